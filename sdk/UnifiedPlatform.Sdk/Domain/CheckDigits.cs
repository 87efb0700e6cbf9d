namespace UnifiedPlatform.Sdk.Domain;

/// <summary>ISO 7064 MOD 11,10: one check digit that finds every single wrong digit and nearly every swap of neighbours.</summary>
internal static class CheckDigits
{
    /// <summary>Check digit of a run of digits; an R (back-entered number) counts as 0.</summary>
    public static char Mod11And10(ReadOnlySpan<char> digits)
    {
        var product = 10;
        foreach (var c in digits)
        {
            var sum = (product + (c == 'R' ? 0 : c - '0')) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (char)('0' + (11 - product) % 10);
    }
}
