using System.Security.Cryptography;
using System.Text;
using UnifiedPlatform.Sdk.Protection;

namespace UnifiedPlatform.Host.Tests.Residents;

/// <summary>Seals fields with a key of the test's own, bound to row and column as the platform's is.</summary>
internal sealed class TestProtector : IFieldProtector
{
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public byte[] Protect(string table, string column, Guid row, string plain)
    {
        var (bytes, value) = (Encoding.UTF8.GetBytes(plain), new byte[12 + Encoding.UTF8.GetByteCount(plain) + 16]);
        RandomNumberGenerator.Fill(value.AsSpan(0, 12));
        using var aes = new AesGcm(_key, 16);
        aes.Encrypt(value.AsSpan(0, 12), bytes, value.AsSpan(12, bytes.Length), value.AsSpan(12 + bytes.Length), Place(table, column, row));
        return value;
    }

    public string Unprotect(string table, string column, Guid row, byte[] sealedValue)
    {
        var plain = new byte[sealedValue.Length - 28];
        using var aes = new AesGcm(_key, 16);
        aes.Decrypt(sealedValue.AsSpan(0, 12), sealedValue.AsSpan(12, plain.Length), sealedValue.AsSpan(12 + plain.Length), plain, Place(table, column, row));
        return Encoding.UTF8.GetString(plain);
    }

    private static byte[] Place(string table, string column, Guid row) => Encoding.UTF8.GetBytes($"{table}|{column}|{row}");
}
