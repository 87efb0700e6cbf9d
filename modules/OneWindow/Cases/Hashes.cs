using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace UnifiedPlatform.OneWindow.Cases;

/// <summary>Hashes the log carries instead of values, and keys that a refold finds again.</summary>
internal static class Hashes
{
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The key of a signature: the same for the same place in the same round, so that a refold makes the same row.</summary>
    public static Guid SignId(Guid caseId, string part, int round, string path)
    {
        Span<byte> source = stackalloc byte[16 + 4 + Encoding.UTF8.GetMaxByteCount(part.Length + path.Length + 1)];
        caseId.TryWriteBytes(source, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(source[16..], round);
        var written = Encoding.UTF8.GetBytes($"{part}#{path}", source[20..]);
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(source[..(20 + written)], hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
