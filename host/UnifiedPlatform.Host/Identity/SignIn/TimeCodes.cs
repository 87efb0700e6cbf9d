using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using UnifiedPlatform.Host.Identity.Data;
using UnifiedPlatform.Sdk.Protection;

namespace UnifiedPlatform.Host.Identity.SignIn;

/// <summary>Time-based one-time codes (RFC 6238: SHA-1, 30 s, 6 digits). A step once accepted is never accepted again.</summary>
internal sealed class TimeCodes(IFieldProtector fields, TimeProvider clock)
{
    private const string Table = "host.account";
    private const string Column = "time_code_seed";
    private const int StepSeconds = 30;
    private const int SeedLength = 20;

    public static string NewSeed() => Base32.Encode(RandomNumberGenerator.GetBytes(SeedLength));

    public byte[] Seal(Account account, string seed) => fields.Protect(Table, Column, account.Id.Value, seed);

    /// <summary>Address an authenticator application reads.</summary>
    public static string Address(string seed, string user) => $"otpauth://totp/UnifiedPlatform:{Uri.EscapeDataString(user)}?secret={seed}&issuer=UnifiedPlatform&algorithm=SHA1&digits=6&period={StepSeconds}";

    /// <summary>Accepts the code of this step, the one before or the one after, if it is newer than the last accepted one, and remembers it on the account.</summary>
    public bool Accept(Account account, string code)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (account.TimeCodeSeed is not { } stored) return false;
        return Accept(account, fields.Unprotect(Table, Column, account.Id.Value, stored), code);
    }

    public bool Accept(Account account, string seed, string code)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds() / StepSeconds;
        for (var step = now - 1; step <= now + 1; step++)
        {
            if (step <= account.TimeCodeStep || !CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(Code(seed, step)), System.Text.Encoding.UTF8.GetBytes(code))) continue;
            account.TimeCodeStep = step;
            return true;
        }
        return false;
    }

    internal static string Code(string seed, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238 as authenticator applications know it: HMAC-SHA-1.
        var hash = HMACSHA1.HashData(Base32.Decode(seed), counter);
#pragma warning restore CA5350
        var offset = hash[^1] & 0xF;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(offset)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}
