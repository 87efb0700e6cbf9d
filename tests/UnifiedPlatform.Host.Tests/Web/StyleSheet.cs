using System.Globalization;
using System.Text.RegularExpressions;
using UnifiedPlatform.Sdk.Web;

namespace UnifiedPlatform.Host.Tests.Web;

/// <summary>The colours of the shipped stylesheet, read from the file itself.</summary>
internal static partial class StyleSheet
{
    public static string Text { get; } = Read("platform.css");

    public static string LightBlock => Block(@":root \{\s*color-scheme: light;");

    public static string SystemDarkBlock => Block(@":root:not\(\[data-theme=""light""\]\) \{");

    public static string ChosenDarkBlock => Block(@":root\[data-theme=""dark""\] \{");

    public static string Read(string name)
    {
        using var stream = typeof(PlatformPage).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public static Dictionary<string, string> Colours(bool dark)
    {
        var colours = Of(LightBlock);
        if (dark) foreach (var (name, value) in Of(ChosenDarkBlock)) colours[name] = value;
        return colours;
    }

    public static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static Dictionary<string, string> Of(string block) =>
        Colour().Matches(block).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value, StringComparer.Ordinal);

    private static string Block(string start)
    {
        var match = Regex.Match(Text, start + @"(?<body>[^}]*)\}");
        Assert.True(match.Success, start);
        return Regex.Replace(match.Groups["body"].Value, @"\s+", " ").Trim();
    }

    private static double Luminance(string colour)
    {
        var hex = colour.Length == 4 ? string.Concat(colour[1], colour[1], colour[2], colour[2], colour[3], colour[3]) : colour[1..];
        var parts = Enumerable.Range(0, 3).Select(i => int.Parse(hex.AsSpan(2 * i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)).ToArray();
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }

    [GeneratedRegex(@"--(?<name>[a-z0-9-]+): (?<value>#[0-9a-f]{3,6});")]
    private static partial Regex Colour();
}
