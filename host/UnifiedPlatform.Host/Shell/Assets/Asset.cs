using System.IO.Compression;
using System.Security.Cryptography;

namespace UnifiedPlatform.Host.Shell.Assets;

/// <summary>A file of the design system as it is served: plain and compressed once, under an address that changes with its content.</summary>
internal sealed class Asset
{
    private readonly Lazy<byte[]> _brotli;
    private readonly Lazy<byte[]> _gzip;

    public Asset(string name, string mediaType, byte[] content)
    {
        (Name, MediaType, Content) = (name, mediaType, content);
        Address = $"/_up/{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}/{name}";
        _brotli = new(() => Compressed(stream => new BrotliStream(stream, CompressionLevel.SmallestSize)));
        _gzip = new(() => Compressed(stream => new GZipStream(stream, CompressionLevel.SmallestSize)));
    }

    public string Name { get; }

    public string MediaType { get; }

    public string Address { get; }

    public byte[] Content { get; }

    public byte[] Brotli => _brotli.Value;

    public byte[] Gzip => _gzip.Value;

    private byte[] Compressed(Func<Stream, Stream> by)
    {
        using var result = new MemoryStream();
        using (var compressor = by(result)) compressor.Write(Content);
        return result.ToArray();
    }
}
