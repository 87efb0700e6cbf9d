using System.Globalization;
using UnifiedPlatform.Sdk.Domain;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Sdk.Tests.Text;

public sealed class ResourceTextsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("texts").FullName;
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;

    public void Dispose()
    {
        CultureInfo.CurrentUICulture = _before;
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("zh-Hans", "党员3人")]
    [InlineData("en", "3 members")]
    [InlineData("en-GB", "3 members")]
    [InlineData("fr", "党员3人")]
    public void A_text_is_read_in_the_reader_s_language(string culture, string expected)
    {
        Write("zh-Hans.json", """{ "members": "党员{0}人" }""");
        Write("en.json", """{ "members": "{0} members" }""");
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

        Assert.Equal(expected, ResourceTexts.Read(_folder).Format("members", 3));
    }

    [Fact]
    public void Files_of_several_rooms_are_one_set_of_texts_and_a_gap_reads_Chinese()
    {
        Write("zh-Hans.json", """{ "a": "甲" }""");
        Write("shell.zh-Hans.json", """{ "b": "乙" }""");
        Write("shell.en.json", """{ "c": "C" }""");
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        var texts = ResourceTexts.Read(_folder);

        Assert.Equal(["甲", "乙", "C"], [texts["a"], texts["b"], texts["c"]]);
    }

    [Fact]
    public void A_missing_text_shows_its_key_and_is_remembered()
    {
        var texts = ResourceTexts.Read(Path.Combine(_folder, "nowhere"));

        Assert.Equal("[gone]", texts["gone"]);
        Assert.Equal("[gone]", texts.Format("gone", 1));
        Assert.Equal(["gone"], texts.Missing);
    }

    [Fact]
    public void A_text_with_more_holes_than_arguments_is_shown_as_it_stands()
    {
        Write("zh-Hans.json", """{ "a": "{0}和{1}" }""");
        var texts = ResourceTexts.Read(_folder);

        Assert.Equal("{0}和{1}", texts.Format("a", 1));
        Assert.Equal(["a"], texts.Missing);
    }

    [Theory]
    [InlineData("""{ "a": 1 }""")]
    [InlineData("[")]
    public void A_file_that_is_no_flat_object_is_named_in_the_fault(string text)
    {
        Write("zh-Hans.json", text);

        Assert.Contains("zh-Hans.json", Assert.Throws<InvalidDataException>(() => ResourceTexts.Read(_folder)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh-Hans")]
    [InlineData("en")]
    public void Every_fault_of_a_typed_value_and_every_code_has_its_words_in_the_host(string culture)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        var texts = ResourceTexts.Read(Path.Combine(AppContext.BaseDirectory, "HostResources"));

        Assert.All(InputFault.Keys, key => Assert.NotEqual($"[{key}]", texts[key]));
        Assert.All(CodeTables.All.SelectMany(table => table.Codes.Select(code => table.NameOf(code, texts))), name => Assert.DoesNotContain("[", name, StringComparison.Ordinal));
    }

    [Fact]
    public void A_fault_becomes_the_sentence_of_the_screens()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-Hans");
        var texts = ResourceTexts.Read(Path.Combine(AppContext.BaseDirectory, "HostResources"));

        NationalId.TryParse("340822199001010015", new DateOnly(2026, 11, 22), out _, out var check);
        NationalId.TryParse("340822202602300018", new DateOnly(2026, 11, 22), out _, out var date);

        Assert.Equal("第18位应为8，请核对", check!.In(texts));
        Assert.Equal("2026年没有2月30日，请核对出生日期", date!.In(texts));
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);
}
