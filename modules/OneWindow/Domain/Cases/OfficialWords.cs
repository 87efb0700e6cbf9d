using System.Text.RegularExpressions;

namespace UnifiedPlatform.OneWindow.Domain.Cases;

/// <summary>An official's words go into the log, so they may hold no id number and no phone number.</summary>
public static partial class OfficialWords
{
    public const int MaxLength = 500;

    public static bool Fit(string? words) => words is null || (words.Length <= MaxLength && !Personal().IsMatch(words));

    [GeneratedRegex(@"\d[\d\s-]{13,}[\dXx]|(?<!\d)1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)|(?<!\d)0\d{2,3}-?\d{7,8}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Personal();
}
