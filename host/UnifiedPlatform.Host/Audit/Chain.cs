using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace UnifiedPlatform.Host.Audit;

/// <summary>Arithmetic of the chain: <c>h₋₁ = H("day" ‖ date ‖ close of the day before)</c>, <c>hₙ = H(hₙ₋₁ ‖ H(body))</c>, close = count ‖ last hash.</summary>
internal static class Chain
{
    public static byte[] Start(string day, byte[] closeBefore) => SHA256.HashData([.. Encoding.ASCII.GetBytes("day" + day), .. closeBefore]);

    public static byte[] Next(byte[] previous, byte[] body) => SHA256.HashData([.. previous, .. SHA256.HashData(body)]);

    public static byte[] Close(long count, byte[] last)
    {
        var close = new byte[sizeof(long) + last.Length];
        BinaryPrimitives.WriteInt64BigEndian(close, count);
        last.CopyTo(close, sizeof(long));
        return close;
    }
}
