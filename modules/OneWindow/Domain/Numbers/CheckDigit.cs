namespace UnifiedPlatform.OneWindow.Domain.Numbers;

/// <summary>ISO 7064 MOD 11,10 over digits.</summary>
public static class CheckDigit
{
    public static char Of(ReadOnlySpan<char> digits)
    {
        var product = 10;
        foreach (var digit in digits)
        {
            var sum = (product + (digit - '0')) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (char)('0' + (11 - product) % 10);
    }
}
