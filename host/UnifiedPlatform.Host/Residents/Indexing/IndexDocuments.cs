using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using UnifiedPlatform.Host.Residents.Pinyin;

namespace UnifiedPlatform.Host.Residents.Indexing;

/// <summary>Makes the document of a resident, the same for every engine.</summary>
public sealed class IndexDocuments(TokenGenerator generator, NameReader names)
{
    /// <summary>Number of buckets by which drift is found.</summary>
    public const int Buckets = 4096;

    public IndexDocument Of(IndexedResident resident)
    {
        ArgumentNullException.ThrowIfNull(resident);
        var tokens = generator.Tokens(resident);
        var name = SearchText.Name(resident.Name);
        return new IndexDocument
        {
            Id = resident.Id,
            Version = resident.Version,
            Gone = resident.Gone,
            Tokens = tokens,
            Checksum = Checksum(resident.Id, resident.Version, tokens),
            Bucket = BucketOf(resident.Id),
            Name = resident.Gone ? "" : SearchText.Bare(name),
            Address = resident.Gone ? "" : string.Join(' ', SearchText.AddressUnits(resident.Address)),
            Region = resident.Gone ? null : resident.Region,
            Grid = resident.Gone ? null : resident.Grid,
            Household = resident.Gone ? null : resident.Household,
            BirthYear = resident.Gone ? null : resident.BirthDate?.Year,
            Sex = resident.Gone ? "0" : resident.Sex,
            Present = resident.Present,
            SortKey = resident.Gone ? "" : names.Read(name, resident.Pinyin).FirstOrDefault()?.ToString() ?? "",
        };
    }

    /// <summary>A document that takes away what an index holds of somebody unknown to the register.</summary>
    public IndexDocument Nobody(IndexedVersion held) => new() { Id = held.Id, Version = held.Version, Gone = true, Tokens = [], Checksum = 0, Bucket = BucketOf(held.Id) };

    /// <summary>The bucket a resident falls into.</summary>
    public static int BucketOf(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return (int)(BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(bytes)) % Buckets);
    }

    private static long Checksum(Guid id, long version, IReadOnlyList<string> tokens)
    {
        var text = new StringBuilder(64 + (tokens.Count * 12)).Append(id.ToString("N")).Append('\n').Append(version);
        foreach (var token in tokens) text.Append('\n').Append(token);
        return BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
