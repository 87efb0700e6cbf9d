using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace UnifiedPlatform.Host.Identity.ApiKeys;

/// <summary><c>upk_{environment}_{id 10 base 32}_{secret 43 base 62}_{check 6}</c>: recognisable to leak scanners, typos refused without a look-up.</summary>
internal static class ApiKeyFormat
{
    public const string Prefix = "upk_";
    private const string Base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string IdAlphabet = "abcdefghijklmnopqrstuvwxyz234567";
    private const int IdLength = 10;
    private const int SecretLength = 43;
    private const int CheckLength = 6;

    public static (string Id, string Secret, string Text) New(string environment)
    {
        var id = RandomNumberGenerator.GetString(IdAlphabet, IdLength);
        var secret = Encode(new BigInteger(RandomNumberGenerator.GetBytes(32), isUnsigned: true), SecretLength);
        var body = $"{Prefix}{environment}_{id}_{secret}";
        return (id, secret, $"{body}_{Check(body)}");
    }

    public static bool TryRead(string text, out string id, out string secret)
    {
        (id, secret) = ("", "");
        var pieces = text.Split('_');
        if (pieces.Length != 5 || pieces[0] != "upk" || pieces[2].Length != IdLength || pieces[3].Length != SecretLength || pieces[4].Length != CheckLength) return false;
        if (pieces[4] != Check(text[..^(CheckLength + 1)])) return false;
        (id, secret) = (pieces[2], pieces[3]);
        return true;
    }

    private static string Check(string body) => Encode(Crc32.Of(Encoding.UTF8.GetBytes(body)), CheckLength);

    private static string Encode(BigInteger value, int length)
    {
        Span<char> text = stackalloc char[length];
        for (var i = length - 1; i >= 0; i--)
        {
            value = BigInteger.DivRem(value, Base62.Length, out var digit);
            text[i] = Base62[(int)digit];
        }
        return new string(text);
    }
}
