using System.Globalization;
using System.Text.RegularExpressions;

namespace UnifiedPlatform.Runtime.Packages;

/// <summary>A version <c>major.minor.patch[-pre]</c> in its order.</summary>
public sealed partial record SemanticVersion(int Major, int Minor, int Patch, string Pre) : IComparable<SemanticVersion>
{
    public static bool TryParse(string text, out SemanticVersion version)
    {
        var match = Form().Match(text);
        version = match.Success ? new SemanticVersion(Number(1), Number(2), Number(3), match.Groups[4].Value) : new SemanticVersion(0, 0, 0, "");
        return match.Success;

        int Number(int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
    }

    /// <summary>The version of a text that is one; anything else comes before every version.</summary>
    public static SemanticVersion Of(string text) => TryParse(text, out var version) ? version : new SemanticVersion(0, 0, 0, "0");

    public int CompareTo(SemanticVersion? other)
    {
        if (other is null) return 1;
        var numbers = (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));
        if (numbers != 0) return numbers;
        // A pre-release comes before its release.
        return (Pre.Length == 0, other.Pre.Length == 0) switch
        {
            (true, true) => 0,
            (true, false) => 1,
            (false, true) => -1,
            _ => ComparePre(Pre.Split('.'), other.Pre.Split('.')),
        };
    }

    public static bool operator <(SemanticVersion left, SemanticVersion right) => Comparer<SemanticVersion>.Default.Compare(left, right) < 0;

    public static bool operator >(SemanticVersion left, SemanticVersion right) => Comparer<SemanticVersion>.Default.Compare(left, right) > 0;

    public static bool operator <=(SemanticVersion left, SemanticVersion right) => Comparer<SemanticVersion>.Default.Compare(left, right) <= 0;

    public static bool operator >=(SemanticVersion left, SemanticVersion right) => Comparer<SemanticVersion>.Default.Compare(left, right) >= 0;

    private static int ComparePre(string[] left, string[] right)
    {
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            var numbers = (int.TryParse(left[i], CultureInfo.InvariantCulture, out var l), int.TryParse(right[i], CultureInfo.InvariantCulture, out var r));
            var order = numbers switch
            {
                (true, true) => l.CompareTo(r),
                (true, false) => -1,
                (false, true) => 1,
                _ => string.CompareOrdinal(left[i], right[i]),
            };
            if (order != 0) return order;
        }
        return left.Length.CompareTo(right.Length);
    }

    [GeneratedRegex(@"^(\d{1,9})\.(\d{1,9})\.(\d{1,9})(?:-([0-9A-Za-z.-]+))?$")]
    private static partial Regex Form();
}
