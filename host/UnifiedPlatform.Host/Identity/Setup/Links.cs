using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace UnifiedPlatform.Host.Identity.Setup;

/// <summary>One-time secrets of 128 bits in links and on the console. Only their hash is kept.</summary>
internal static class Links
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.ASCII.GetBytes(secret));
}
