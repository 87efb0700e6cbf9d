using System.Globalization;
using System.Text.RegularExpressions;

namespace UnifiedPlatform.Sdk.Modules;

/// <summary>Versions from a floor up to, not including, a ceiling: <c>&gt;=1.4.0 &lt;2.0.0</c>; numbers left out are zero.</summary>
/// <param name="Floor">Lowest version.</param>
/// <param name="Ceiling">First version above.</param>
public sealed partial record VersionRange(Version Floor, Version Ceiling)
{
    /// <summary>Reads a range.</summary>
    public static bool TryParse(string text, out VersionRange range)
    {
        var match = Form().Match(text ?? "");
        range = match.Success ? new VersionRange(Of(match.Groups[1].Value), Of(match.Groups[2].Value)) : new VersionRange(new Version(0, 0, 0), new Version(0, 0, 0));
        return match.Success && range.Floor < range.Ceiling;
    }

    /// <summary>Whether the range holds a version; what follows a hyphen is left out.</summary>
    public bool Holds(string version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return Version.TryParse(version.Split('-')[0], out _) && Of(version.Split('-')[0]) is var number && number >= Floor && number < Ceiling;
    }

    /// <inheritdoc/>
    public override string ToString() => $">={Floor} <{Ceiling}";

    private static Version Of(string text)
    {
        var numbers = text.Split('.').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).Concat([0, 0]).Take(3).ToArray();
        return new Version(numbers[0], numbers[1], numbers[2]);
    }

    [GeneratedRegex(@"^>=\s*(\d{1,6}(?:\.\d{1,6}){0,2})\s+<\s*(\d{1,6}(?:\.\d{1,6}){0,2})$")]
    private static partial Regex Form();
}
