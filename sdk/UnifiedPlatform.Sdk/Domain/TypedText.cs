namespace UnifiedPlatform.Sdk.Domain;

/// <summary>What every typed code has in common: no space around or inside, no full-width form, only characters of its alphabet.</summary>
internal static class TypedText
{
    public const string Digits = "0123456789";

    /// <summary>The text without white space and hyphens, in upper case.</summary>
    public static string Compact(string? text) => string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c) && c != '-')).ToUpperInvariant();

    /// <summary>The first character outside the alphabet as a fault; null: none.</summary>
    public static InputFault? Foreign(InputKind kind, string text, string alphabet, int from = 0, int? to = null)
    {
        for (var i = from; i < (to ?? text.Length); i++)
        {
            if (alphabet.Contains(text[i], StringComparison.Ordinal)) continue;
            return InputFault.At(kind, text[i] is >= '！' and <= '～' ? InputProblem.FullWidth : InputProblem.Character, i + 1);
        }
        return null;
    }

    public static DateOnly? Day(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    public static int Number(string digits, int from, int length)
    {
        var value = 0;
        for (var i = from; i < from + length; i++) value = value * 10 + (digits[i] - '0');
        return value;
    }
}
