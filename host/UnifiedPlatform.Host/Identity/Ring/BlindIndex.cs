using System.Security.Cryptography;
using System.Text;
using UnifiedPlatform.Sdk.Protection;

namespace UnifiedPlatform.Host.Identity.Ring;

/// <summary>HMAC-SHA256 with one key a kind over kind and value.</summary>
internal sealed class BlindIndex(KeyRing ring) : IBlindIndex
{
    private static readonly string[] Kinds = ["id", "id6", "id4", "phone", "phone4", "birth"];

    public string Token(string kind, string normalised) => Convert.ToHexStringLower(Hash(kind, normalised)[..8]);

    public byte[] Unique(string kind, string normalised) => Hash(kind, normalised)[..16];

    private byte[] Hash(string kind, string normalised)
    {
        ArgumentNullException.ThrowIfNull(normalised);
        if (!Kinds.Contains(kind, StringComparer.Ordinal)) throw new ArgumentException($"There is no blind index of kind '{kind}'.", nameof(kind));
        return HMACSHA256.HashData(ring.Active("blind:" + kind).Bytes, Encoding.UTF8.GetBytes(kind + "\u001f" + normalised));
    }
}
