using System.Text.RegularExpressions;

namespace UnifiedPlatform.Sdk.Audit;

/// <summary>Keeps identity numbers and phones out of reasons that people type.</summary>
public static partial class PersonalPatterns
{
    /// <summary>Whether the text holds something that looks like an identity number or a phone, in half- or full-width digits.</summary>
    public static bool In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Pattern().IsMatch(text.Normalize(System.Text.NormalizationForm.FormKC));
    }

    /// <summary>The text itself; throws <see cref="ArgumentException"/> when it holds an identity number or a phone.</summary>
    internal static string? Refuse(string? text) =>
        text is not null && In(text) ? throw new ArgumentException("A reason in the audit holds an identity number or a phone.") : text;

    [GeneratedRegex(@"(?<!\d)(?:\d[ -]?){17}[\dXx](?!\d)|(?<!\d)1[3-9](?:[ -]?\d){9}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
