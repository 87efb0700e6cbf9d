using System.Buffers;
using System.Security.Cryptography;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Packages;

/// <summary>Copies exactly the listed bytes and says whether they are the listed ones.</summary>
internal static class HashedCopy
{
    public static bool Copy(Stream from, Stream to, ManifestFile file)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(64 << 10);
        try
        {
            long length = 0;
            for (var read = from.Read(buffer); read > 0; read = from.Read(buffer))
            {
                length += read;
                if (length > file.Length) return false;
                hash.AppendData(buffer, 0, read);
                to.Write(buffer, 0, read);
            }
            return length == file.Length && Convert.ToHexStringLower(hash.GetHashAndReset()) == file.Sha256;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
