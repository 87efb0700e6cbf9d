using System.Text.Json;
using System.Text.RegularExpressions;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Host.Tests.Web;

/// <summary>Rules of written Chinese on screen, over every resource file of host and modules.</summary>
public sealed partial class TextRulesTests
{
    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Checkout.Root, "*zh-Hans.json", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Checkout.Root, file).Replace('\\', '/'))
            .Where(file => file.Contains("/Resources/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Chinese_texts_keep_to_their_punctuation(string file)
    {
        var texts = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(Checkout.Root, file)))!;

        // The parts of an address stand apart: 城东路18号 3幢.
        var wrong = texts.Where(text => !text.Key.Contains(".address", StringComparison.Ordinal) && Wrong().IsMatch(text.Value)).Select(text => $"{text.Key}: {text.Value}");

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("姓名,年龄")]
    [InlineData("剩 3个工作日")]
    [InlineData("「王绣」")]
    [InlineData("成功!")]
    [InlineData("已办！")]
    public void An_offending_text_is_noticed(string text) => Assert.Matches(Wrong(), text);

    // ASCII comma, colon or exclamation mark after Han; a space between Han and a digit or Latin letter; corner brackets; any exclamation mark.
    [GeneratedRegex(@"[\u4e00-\u9fff][,;:!?](?!//)|[,;!?][\u4e00-\u9fff]|[\u4e00-\u9fff] [0-9]|[0-9] [\u4e00-\u9fff]|[「」『』！]")]
    private static partial Regex Wrong();
}
