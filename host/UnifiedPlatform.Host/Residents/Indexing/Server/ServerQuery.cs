using System.Buffers;
using System.Text.Json;

namespace UnifiedPlatform.Host.Residents.Indexing.Server;

/// <summary>Writes what is asked of a search server. Tokens travel as JSON strings, so nothing a person types becomes syntax.</summary>
internal static class ServerQuery
{
    public static ReadOnlyMemory<byte> Find(TokenCondition condition, int limit) => Body(json =>
    {
        json.WriteNumber("size", limit);
        json.WriteBoolean("track_total_hits", false);
        json.WritePropertyName("sort");
        json.WriteRawValue("""["sort_key","rid"]""");
        Living(json, condition);
    });

    public static ReadOnlyMemory<byte> Count(TokenCondition? condition, int upTo) => Body(json =>
    {
        json.WriteNumber("size", 0);
        json.WriteNumber("track_total_hits", upTo);
        Living(json, condition);
    });

    public static ReadOnlyMemory<byte> Buckets() => Body(json =>
    {
        json.WriteNumber("size", 0);
        json.WriteBoolean("track_total_hits", false);
        Living(json, null);
        json.WritePropertyName("aggs");
        json.WriteRawValue($$"""{"b":{"terms":{"field":"bucket","size":{{IndexDocuments.Buckets}} },"aggs":{"low":{"sum":{"field":"low"} },"high":{"sum":{"field":"high"} } } } }""");
    });

    public static ReadOnlyMemory<byte> Bucket(int bucket, string? after, int limit) => Body(json =>
    {
        json.WriteNumber("size", limit);
        json.WriteBoolean("track_total_hits", false);
        json.WritePropertyName("sort");
        json.WriteRawValue("""["rid"]""");
        json.WritePropertyName("_source");
        json.WriteRawValue("""["ver","low","high"]""");
        if (after is not null)
        {
            json.WriteStartArray("search_after");
            json.WriteStringValue(after);
            json.WriteEndArray();
        }
        json.WritePropertyName("query");
        json.WriteRawValue($$"""{"bool":{"filter":[{"term":{"tomb":false} },{"term":{"bucket":{{bucket}} } }]} }""");
    });

    private static void Living(Utf8JsonWriter json, TokenCondition? condition)
    {
        json.WriteStartObject("query");
        json.WriteStartObject("bool");
        json.WriteStartArray("filter");
        json.WriteRawValue("""{"term":{"tomb":false}}""");
        if (condition is not null) Write(json, condition);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, TokenCondition condition)
    {
        json.WriteStartObject();
        switch (condition)
        {
            case TokenCondition.Has has:
                json.WriteStartObject("term");
                json.WriteString("tok", has.Token);
                json.WriteEndObject();
                break;
            case TokenCondition.Any any when any.Of.All(one => one is TokenCondition.Has):
                json.WriteStartObject("terms");
                json.WriteStartArray("tok");
                foreach (var has in any.Of.Cast<TokenCondition.Has>()) json.WriteStringValue(has.Token);
                json.WriteEndArray();
                json.WriteEndObject();
                break;
            case TokenCondition.All all:
                Clauses(json, "filter", all.Of);
                break;
            case TokenCondition.Any any:
                Clauses(json, "should", any.Of);
                break;
        }
        json.WriteEndObject();
    }

    private static void Clauses(Utf8JsonWriter json, string kind, IReadOnlyList<TokenCondition> conditions)
    {
        if (conditions.Count == 0) throw new ArgumentException("A condition without parts asks for nothing.");
        json.WriteStartObject("bool");
        json.WriteStartArray(kind);
        foreach (var condition in conditions) Write(json, condition);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static ReadOnlyMemory<byte> Body(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        return buffer.WrittenMemory;
    }
}
