using System.Security.Cryptography;

namespace UnifiedPlatform.Host.Identity.Ring;

/// <summary>AES-256-GCM of suite intl-1: <c>nonce 12 ‖ ciphertext ‖ tag 16</c>.</summary>
internal static class Sealing
{
    public const int Nonce = 12;
    public const int Tag = 16;

    public static void Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> bound, Span<byte> target)
    {
        RandomNumberGenerator.Fill(target[..Nonce]);
        using var aes = new AesGcm(key, Tag);
        aes.Encrypt(target[..Nonce], plain, target.Slice(Nonce, plain.Length), target[(Nonce + plain.Length)..], bound);
    }

    public static byte[] Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> bound)
    {
        var target = new byte[Nonce + plain.Length + Tag];
        Seal(key, plain, bound, target);
        return target;
    }

    public static byte[] Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> sealedBytes, ReadOnlySpan<byte> bound)
    {
        if (sealedBytes.Length < Nonce + Tag) throw new CryptographicException("A sealed value is too short.");
        var plain = new byte[sealedBytes.Length - Nonce - Tag];
        using var aes = new AesGcm(key, Tag);
        aes.Decrypt(sealedBytes[..Nonce], sealedBytes[Nonce..^Tag], sealedBytes[^Tag..], plain, bound);
        return plain;
    }
}
