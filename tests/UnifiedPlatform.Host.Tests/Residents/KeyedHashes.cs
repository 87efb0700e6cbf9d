using System.Security.Cryptography;
using System.Text;
using UnifiedPlatform.Sdk.Protection;

namespace UnifiedPlatform.Host.Tests.Residents;

/// <summary>Keyed hashes with fixed keys, in the shape of the platform's own.</summary>
internal sealed class KeyedHashes : IBlindIndex
{
    public string Token(string kind, string normalised) => Convert.ToHexStringLower(Hash(kind, normalised)[..8]);

    public byte[] Unique(string kind, string normalised) => Hash(kind, normalised)[..16];

    private static byte[] Hash(string kind, string normalised) =>
        HMACSHA256.HashData(SHA256.HashData(Encoding.UTF8.GetBytes("test key of " + kind)), Encoding.UTF8.GetBytes(kind + "\0" + normalised));
}
