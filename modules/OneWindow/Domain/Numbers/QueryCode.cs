using System.Security.Cryptography;

namespace UnifiedPlatform.OneWindow.Domain.Numbers;

/// <summary>The applicant's lookup code: nine random Crockford characters and a check character, shown 5-5. Never derived from the number.</summary>
public readonly record struct QueryCode(string Value)
{
    public const int Length = 10;
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static QueryCode New() => Of(RandomNumberGenerator.GetString(Alphabet, Length - 1));

    public static QueryCode Of(string nine) => new(nine + Check(nine));

    public static bool TryParse(string? text, out QueryCode code)
    {
        var plain = string.Concat((text ?? "").ToUpperInvariant().Where(character => character is not (' ' or '-')))
            .Replace('O', '0').Replace('I', '1').Replace('L', '1');
        code = new QueryCode(plain);
        return plain.Length == Length && plain.All(character => Alphabet.Contains(character, StringComparison.Ordinal)) && Check(plain[..^1]) == plain[^1];
    }

    public string Shown => $"{Value[..5]}-{Value[5..]}";

    public override string ToString() => Value;

    // Weights are odd and differ, so a single wrong or two swapped neighbours change the sum modulo 31 in nearly all cases.
    private static char Check(string nine)
    {
        var sum = 0;
        for (var i = 0; i < nine.Length; i++) sum += (i + 1) * Alphabet.IndexOf(nine[i], StringComparison.Ordinal);
        return Alphabet[sum % 31];
    }
}
