using System.IO.Compression;
using System.Text;
using UnifiedPlatform.Host.Shell.Assets;

namespace UnifiedPlatform.Host.Tests.Web;

public sealed class StyleSheetTests
{
    private static readonly string[] Tones = ["ok", "warn", "late", "over", "info", "idle", "hold"];
    private static readonly string[] Grounds = ["canvas", "surface", "sunken", "hover", "selected"];
    private static readonly string[] Marks = ["m-party", "m-social", "m-window", "m-volunteer", "m-grid", "m-host"];

    [Fact]
    public void The_two_dark_blocks_are_equal() => Assert.Equal(StyleSheet.SystemDarkBlock, StyleSheet.ChosenDarkBlock);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Text_is_readable_on_every_ground_it_stands_on(bool dark)
    {
        var colours = StyleSheet.Colours(dark);

        var poor = TextPairs().Where(pair => StyleSheet.Contrast(colours[pair.Text], colours[pair.Ground]) < 5.0).ToArray();

        Assert.Empty(poor);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Borders_marks_and_focus_are_seen_on_every_ground(bool dark)
    {
        var colours = StyleSheet.Colours(dark);

        var poor = ShapePairs().Where(pair => StyleSheet.Contrast(colours[pair.Shape], colours[pair.Ground]) < 3.2).ToArray();

        Assert.Empty(poor);
    }

    [Fact]
    public void A_pair_too_close_is_noticed() => Assert.True(StyleSheet.Contrast("#777777", "#888888") < 3.2);

    [Fact]
    public void The_stylesheet_and_the_script_are_small()
    {
        var style = Encoding.UTF8.GetBytes(AssetText.Style(StyleSheet.Text));
        var script = Encoding.UTF8.GetBytes(AssetText.Script(StyleSheet.Read("platform.js")));

        Assert.InRange(Zipped(style), 1, 12_000);
        Assert.InRange(script.Length, 1, 6 * 1024);
        Assert.DoesNotContain("/*", Encoding.UTF8.GetString(style), StringComparison.Ordinal);
    }

    [Fact]
    public void The_script_lets_markup_in_through_its_one_policy_only()
    {
        var script = AssetText.Script(StyleSheet.Read("platform.js"));

        Assert.Single(System.Text.RegularExpressions.Regex.Matches(script, "createPolicy"));
        Assert.DoesNotMatch(@"innerHTML=(?!safe\()", script);
        Assert.DoesNotMatch(@"parseFromString\((?!safe\()", script);
        Assert.DoesNotMatch(@"\beval\b|\bFunction\(|document\.write|localStorage", script);
        Assert.DoesNotMatch(@"[\u4e00-\u9fff]", script);
    }

    [Fact]
    public void Strings_patterns_and_templates_survive_the_stripping()
    {
        var stripped = AssetText.Script("const a = 'x  //y' ; // gone\nif (/[ a] b/.test(a)) f(`${a}  z`) /* gone */;");

        Assert.Equal("const a='x  //y';if(/[ a] b/.test(a))f(`${a}  z`);", stripped);
    }

    private static IEnumerable<(string Text, string Ground)> TextPairs() =>
    [
        .. from text in (string[])["ink", "ink-2", "ink-3", "link"] from ground in Grounds select (text, ground),
        .. from tone in Tones select (tone, tone + "-bg"),
        .. from tone in Tones select (tone, "surface"),
        .. from tone in Tones select ("ink", tone + "-bg"),
        .. from mark in Marks select ("on-mark", mark),
        ("on-action", "action"), ("on-action", "action-hover"), ("bar-ink", "bar"), ("bar-ink-2", "bar"), ("bar-ink", "bar-field"), ("bar-ink-2", "bar-field"), ("ink-2", "late-bg"),
    ];

    private static IEnumerable<(string Shape, string Ground)> ShapePairs() =>
    [
        .. from ground in Grounds select ("line-strong", ground),
        .. from ground in Grounds select ("focus", ground),
        .. from tone in Tones select (tone + "-mark", tone + "-bg"),
        .. from tone in Tones select (tone + "-mark", "surface"),
        .. from series in (string[])["series-1", "series-2", "series-3"] select (series, "surface"),
        ("bar-line", "bar"), ("action", "surface"),
    ];

    private static int Zipped(byte[] content)
    {
        using var result = new MemoryStream();
        using (var zip = new GZipStream(result, CompressionLevel.SmallestSize)) zip.Write(content);
        return result.ToArray().Length;
    }
}
