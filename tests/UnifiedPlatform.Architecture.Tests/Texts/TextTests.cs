using System.Text.Json;
using System.Text.RegularExpressions;
using UnifiedPlatform.Architecture.Tests.Sources;

namespace UnifiedPlatform.Architecture.Tests.Texts;

public sealed partial class TextTests
{
    [Fact]
    public void Every_text_stands_in_both_languages() => Guard.Holds(Packages().SelectMany(package => Unpaired(package.Key, Keys(package, "zh-Hans"), Keys(package, "en"))));

    [Fact]
    public void Chinese_texts_are_written_as_agreed() =>
        Guard.Holds(All("zh-Hans").SelectMany(text => TextRules.Chinese(text.Value).Select(fault => $"{text.File} {text.Key}: {fault}")));

    [Fact]
    public void English_texts_are_written_as_agreed() =>
        Guard.Holds(All("en").SelectMany(text => TextRules.English(text.Value).Select(fault => $"{text.File} {text.Key}: {fault}")));

    [Fact]
    public void The_frame_s_words_stand_in_the_host_s_texts()
    {
        var known = Keys(Packages().Single(package => package.Key == "host/UnifiedPlatform.Host/Resources"), "zh-Hans").ToHashSet();
        var words = SourceTree.Product.Where(file => file.Path.EndsWith("Sdk.Web/Words.cs", StringComparison.Ordinal)).SelectMany(file => Constant().Matches(file.Text)).Select(match => match.Groups[1].Value);

        Guard.Holds(words.Where(word => !known.Contains(word)).Select(word => $"{word} is named by the frame and stands in no text of the host."));
    }

    [Theory]
    [InlineData("姓名,电话")]
    [InlineData("编号 12")]
    [InlineData("12 件")]
    [InlineData("点「保存」")]
    [InlineData("已保存！")]
    [InlineData("３件")]
    public void A_planted_Chinese_fault_is_seen(string text) => Assert.NotEmpty(TextRules.Chinese(text));

    [Theory]
    [InlineData("Please sign in")]
    [InlineData("Saved successfully")]
    [InlineData("Saved!")]
    [InlineData("保存")]
    public void A_planted_English_fault_is_seen(string text) => Assert.NotEmpty(TextRules.English(text));

    [Theory]
    [InlineData("第{0}位应为{1}，请核对")]
    [InlineData("2026年9月24日 周四")]
    [InlineData("A, B: C")]
    public void A_Chinese_text_as_agreed_is_left_alone(string text) => Assert.Empty(TextRules.Chinese(text));

    [Theory]
    [InlineData("There is no such community. Give the code or the name, such as 凌桥社区")]
    [InlineData("{0}–{1}")]
    public void An_English_text_as_agreed_is_left_alone(string text) => Assert.Empty(TextRules.English(text));

    [Fact]
    public void A_planted_gap_is_seen() => Assert.Equal(2, Unpaired("x", ["a", "b"], ["b", "c"]).Count());

    private static IEnumerable<string> Unpaired(string package, IReadOnlyCollection<string> chinese, IReadOnlyCollection<string> english) =>
        chinese.Except(english).Select(key => $"{package}: {key} is missing in English").Concat(english.Except(chinese).Select(key => $"{package}: {key} is missing in Chinese"));

    private static IEnumerable<IGrouping<string, SourceFile>> Packages() => SourceTree.Read("*.json", "host", "sdk", "modules")
        .Where(file => file.Path.Contains("/Resources/", StringComparison.Ordinal)).GroupBy(file => file.Path[..file.Path.LastIndexOf('/')]);

    private static List<string> Keys(IEnumerable<SourceFile> package, string language) => [.. package.Where(file => IsOf(file, language)).SelectMany(Read).Select(text => text.Key)];

    private static IEnumerable<(string File, string Key, string Value)> All(string language) =>
        Packages().SelectMany(package => package).Where(file => IsOf(file, language)).SelectMany(file => Read(file).Select(text => (file.Path, text.Key, text.Value)));

    private static bool IsOf(SourceFile file, string language) => file.Path.EndsWith($"/{language}.json", StringComparison.Ordinal) || file.Path.EndsWith($".{language}.json", StringComparison.Ordinal);

    private static Dictionary<string, string> Read(SourceFile file) => JsonSerializer.Deserialize<Dictionary<string, string>>(file.Text) ?? [];

    [GeneratedRegex("const string \\w+ = \"([^\"]+)\"")]
    private static partial Regex Constant();
}
