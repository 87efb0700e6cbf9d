using System.Globalization;

namespace UnifiedPlatform.OneWindow.Domain.Numbers;

/// <summary>Number of a case: region 6, department 4, day 8, serial 5, check digit 1. A back-entered case has <c>R</c> and four digits as its serial; R counts as 0.</summary>
public readonly record struct CaseNumber(string Value)
{
    public const int Length = 24;
    public const int LastSerial = 99_999;

    public static CaseNumber Of(string region6, string org, DateOnly day, int serial)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"{region6}{org}{day:yyyyMMdd}{serial:D5}");
        return new CaseNumber(body + CheckDigit.Of(body));
    }

    public static bool TryParse(string? text, out CaseNumber number)
    {
        var digits = string.Concat((text ?? "").Where(character => !char.IsWhiteSpace(character))).ToUpperInvariant();
        number = new CaseNumber(digits);
        return digits.Length == Length && HasDigits(digits) && CheckDigit.Of(digits[..^1].Replace('R', '0')) == digits[^1]
            && DateOnly.TryParseExact(digits[10..18], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
    }

    /// <summary>The groups in which the number is shown: 6-4-8-5-1.</summary>
    public IReadOnlyList<string> Groups => [Value[..6], Value[6..10], Value[10..18], Value[18..23], Value[23..]];

    public override string ToString() => Value;

    private static bool HasDigits(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (!char.IsAsciiDigit(text[i]) && !(i == 18 && text[i] == 'R')) return false;
        return true;
    }
}
