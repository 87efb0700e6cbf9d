using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace UnifiedPlatform.Host.Residents.Indexing.Server;

/// <summary>How a document lies on a search server: exact tokens, and the few readable values that come back with a hit. The server analyses nothing.</summary>
internal static class ServerDocuments
{
    private static readonly byte[] NewLine = "\n"u8.ToArray();

    /// <summary>Settings and mapping of a new index. It refreshes and replicates only when it is filled.</summary>
    public static ReadOnlyMemory<byte> Index(int shards, string marks) => System.Text.Encoding.UTF8.GetBytes(
        $$$"""{"settings":{"number_of_shards":{{{shards}}},"number_of_replicas":0,"refresh_interval":"-1"},"mappings":{"dynamic":"strict","_meta":{"marks":"{{{marks}}}"},"properties":"""
        + """
          {"rid":{"type":"keyword"},"ver":{"type":"long"},"bucket":{"type":"integer"},"low":{"type":"long"},"high":{"type":"long"},"tomb":{"type":"boolean"},
           "tok":{"type":"keyword","doc_values":false,"norms":false,"ignore_above":1024},
           "name":{"type":"keyword","index":false,"doc_values":false},"addr":{"type":"keyword","index":false,"doc_values":false},
           "com":{"type":"keyword","index":false,"doc_values":false},"grid":{"type":"keyword","index":false,"doc_values":false},
           "away":{"type":"boolean","index":false,"doc_values":false},"sort_key":{"type":"keyword","index":false}}}}
          """);

    /// <summary>Two lines of a bulk. The version is the resident's own, so an older write loses on the server, too; over: whatever is there gives way.</summary>
    public static void Write(IBufferWriter<byte> bulk, IndexDocument document, bool over)
    {
        var id = document.Id.ToString("N");
        using (var json = new Utf8JsonWriter(bulk))
        {
            json.WriteStartObject();
            json.WriteStartObject("index");
            json.WriteString("_id", id);
            if (!over)
            {
                json.WriteNumber("version", document.Version);
                json.WriteString("version_type", "external");
            }
            json.WriteEndObject();
            json.WriteEndObject();
        }
        bulk.Write(NewLine);
        using (var json = new Utf8JsonWriter(bulk))
        {
            var (low, high) = BucketSum.Halves(document.Checksum);
            json.WriteStartObject();
            json.WriteString("rid", id);
            json.WriteNumber("ver", document.Version);
            json.WriteNumber("bucket", document.Bucket);
            json.WriteNumber("low", low);
            json.WriteNumber("high", high);
            json.WriteBoolean("tomb", document.Gone);
            if (!document.Gone) Living(json, document);
            json.WriteEndObject();
        }
        bulk.Write(NewLine);
    }

    /// <summary>A hit as it came back.</summary>
    public static IndexHit Hit(JsonElement hit)
    {
        var source = hit.GetProperty("_source");
        return new IndexHit(
            Guid.ParseExact(hit.GetProperty("_id").GetString()!, "N"), source.GetProperty("ver").GetInt64(), Text(source, "name") ?? "", Text(source, "addr") ?? "",
            Text(source, "com"), Text(source, "grid"), !(source.TryGetProperty("away", out var away) && away.ValueKind == JsonValueKind.True), Text(source, "sort_key") ?? "");
    }

    /// <summary>A document of a bucket as it came back.</summary>
    public static IndexedVersion Version(JsonElement hit)
    {
        var source = hit.GetProperty("_source");
        var checksum = (source.GetProperty("high").GetInt64() << 32) | source.GetProperty("low").GetInt64();
        return new IndexedVersion(Guid.ParseExact(hit.GetProperty("_id").GetString()!, "N"), source.GetProperty("ver").GetInt64(), checksum);
    }

    /// <summary>Sums of the buckets as they came back.</summary>
    public static Dictionary<int, BucketSum> Buckets(JsonElement answer) =>
        answer.GetProperty("aggregations").GetProperty("b").GetProperty("buckets").EnumerateArray().ToDictionary(
            bucket => int.Parse(bucket.GetProperty("key").GetRawText(), CultureInfo.InvariantCulture),
            bucket => new BucketSum(bucket.GetProperty("doc_count").GetInt64(), Sum(bucket, "low"), Sum(bucket, "high")));

    private static long Sum(JsonElement bucket, string name) => (long)bucket.GetProperty(name).GetProperty("value").GetDouble();

    private static void Living(Utf8JsonWriter json, IndexDocument document)
    {
        json.WriteStartArray("tok");
        foreach (var token in document.Tokens) json.WriteStringValue(token);
        json.WriteEndArray();
        json.WriteString("name", document.Name);
        json.WriteString("addr", document.Address);
        if (document.Region is { } region) json.WriteString("com", region);
        if (document.Grid is { } grid) json.WriteString("grid", grid);
        if (!document.Present) json.WriteBoolean("away", true);
        json.WriteString("sort_key", document.SortKey);
    }

    private static string? Text(JsonElement source, string name) => source.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
