using System.Text.Json;
using UnifiedPlatform.Host.Residents.Indexing;
using UnifiedPlatform.Host.Residents.Indexing.Server;

namespace UnifiedPlatform.Host.Tests.Residents;

/// <summary>A server that half-fails, lies or was changed by hand: nothing is lost, nothing doubled, and the reason is told.</summary>
public sealed class ServerFaultTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_the_items_that_failed_are_sent_again()
    {
        await using var server = await StubServer.StartAsync();
        var tries = new Dictionary<string, int>();
        server.Answer = (context, body) =>
        {
            var items = new List<string>();
            foreach (var id in Ids(body))
            {
                tries[id] = tries.GetValueOrDefault(id) + 1;
                // The third is refused twice for want of room, the fifth is older than what is there.
                var status = id.EndsWith('3') && tries[id] <= 2 ? 429 : id.EndsWith('5') ? 409 : 201;
                items.Add(Item(id, status));
            }
            return StubServer.WriteAsync(context, 200, Bulk(items));
        };

        await Index(server).WriteAsync([.. Enumerable.Range(1, 6).Select(Document)], visible: false, Cancelled);

        Assert.Equal([1, 1, 3, 1, 1, 1], tries.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => t.Value));
    }

    [Fact]
    public async Task A_bulk_that_is_too_large_is_sent_in_halves()
    {
        await using var server = await StubServer.StartAsync();
        var written = new List<string>();
        var most = 0;
        server.Answer = (context, body) =>
        {
            var ids = Ids(body);
            if (ids.Count > 60) return StubServer.WriteAsync(context, 413, "");
            most = Math.Max(most, ids.Count);
            written.AddRange(ids);
            return StubServer.WriteAsync(context, 200, Bulk(ids.Select(id => Item(id, 201))));
        };

        await Index(server).WriteAsync([.. Enumerable.Range(1, 200).Select(Document)], visible: false, Cancelled);

        Assert.Equal(200, written.Distinct().Count());
        Assert.Equal(200, written.Count);
        Assert.InRange(most, 30, 60);
    }

    [Fact]
    public async Task One_document_that_is_refused_is_told_and_the_others_are_written()
    {
        await using var server = await StubServer.StartAsync();
        server.Answer = (context, body) => StubServer.WriteAsync(context, 200, Bulk(Ids(body).Select(id =>
            id.EndsWith('2') ? Item(id, 400, ",\"error\":{\"type\":\"strict_dynamic_mapping_exception\",\"reason\":\"张伟\"}") : Item(id, 201))));

        var away = await Assert.ThrowsAsync<IndexAwayException>(async () => await Index(server).WriteAsync([Document(1), Document(2), Document(3)], visible: false, Cancelled));

        Assert.Equal((IndexFault.Refused, "strict_dynamic_mapping_exception"), (away.Fault, away.Detail));
        Assert.Single(server.Asked);
    }

    [Theory]
    [InlineData("""{"took":1}""")]
    [InlineData("""{"errors":false,"items":[]}""")]
    [InlineData("""{"errors":false,"items":"none"}""")]
    [InlineData("[]")]
    public async Task A_bulk_answer_of_another_shape_is_no_success(string body)
    {
        await using var server = await StubServer.StartAsync();
        server.Answer = (context, _) => StubServer.WriteAsync(context, 200, body);

        Assert.Equal(IndexFault.Garbled, (await Assert.ThrowsAsync<IndexAwayException>(async () => await Index(server).WriteAsync([Document(1)], visible: false, Cancelled))).Fault);
    }

    [Theory]
    [InlineData("""{"timed_out":true,"_shards":{"failed":0},"hits":{"hits":[]}}""", IndexFault.Slow)]
    [InlineData("""{"timed_out":false,"_shards":{"failed":1},"hits":{"hits":[]}}""", IndexFault.Unavailable)]
    [InlineData("""{"timed_out":false,"_shards":{"failed":0},"hits":{"hits":[{"_id":"x"}]}}""", IndexFault.Garbled)]
    [InlineData("""{"timed_out":false,"_shards":{"failed":0},"hits":{"hits":[{"_id":"0000000100000000000000000000000a","_source":{"ver":"many"}}]}}""", IndexFault.Garbled)]
    [InlineData("""{"acknowledged":true}""", IndexFault.Garbled)]
    [InlineData("null", IndexFault.Garbled)]
    public async Task Half_an_answer_is_not_taken_for_nobody(string body, IndexFault fault)
    {
        await using var server = await StubServer.StartAsync();
        server.Answer = (context, _) => StubServer.WriteAsync(context, 200, body);

        Assert.Equal(fault, (await Assert.ThrowsAsync<IndexAwayException>(async () => await Index(server).FindAsync(new TokenCondition.Has("n王"), 10, Cancelled))).Fault);
    }

    [Fact]
    public async Task An_alias_or_mapping_changed_by_hand_is_seen()
    {
        await using var server = await StubServer.StartAsync();
        var alias = """{"resident-1":{},"resident-2":{}}""";
        var mapping = Mapping("\"dynamic\":\"strict\"");
        var health = "green";
        server.Answer = (context, _) => StubServer.WriteAsync(context, context.Request.Path.Value == "/_alias/resident-previous" ? 404 : 200, context.Request.Path.Value switch
        {
            "/_nodes/_local/none" => """{"nodes":{"a":{"version":"8.19.16"}}}""",
            "/_alias/resident" => alias,
            "/resident-1/_mapping" => mapping,
            "/_cluster/health/resident-1" => $$"""{"status":"{{health}}"}""",
            "/resident-1/_search" => """{"timed_out":false,"_shards":{"failed":0},"hits":{"total":{"value":7}}}""",
            _ => "{}",
        });
        var index = Index(server);
        Assert.Equal(IndexFault.Alias, (await index.StateAsync(Cancelled)).Fault);

        alias = """{"somebody-elses":{}}""";
        Assert.Equal(IndexFault.Alias, (await index.StateAsync(Cancelled)).Fault);

        alias = """{"resident-1":{}}""";
        Assert.Equal(new IndexState("elasticsearch 8.19.16", "resident-1", null, null, 7, null), await index.StateAsync(Cancelled));

        health = "red";
        Assert.Equal((IndexFault.Unavailable, "red"), await FaultAsync(index));
        health = "green";
        mapping = Mapping("\"dynamic\":\"true\"");
        Assert.Equal((IndexFault.Refused, "mapping"), await FaultAsync(index));
        mapping = """{"resident-1":{"mappings":{"_meta":{"marks":"1/other"},"dynamic":"strict"}}}""";
        Assert.Equal(IndexFault.Stale, (await index.StateAsync(Cancelled)).Fault);
    }

    [Fact]
    public async Task What_is_no_search_server_is_told()
    {
        await using var server = await StubServer.StartAsync();
        server.Answer = (context, _) => StubServer.WriteAsync(context, 200, """{"welcome":"to another program"}""");

        Assert.Equal(IndexFault.Foreign, (await Index(server).StateAsync(Cancelled)).Fault);
    }

    private static async Task<(IndexFault?, string?)> FaultAsync(ServerResidentIndex index)
    {
        var state = await index.StateAsync(Cancelled);
        return (state.Fault, state.Detail);
    }

    private static string Mapping(string dynamic) =>
        $$"""{"resident-1":{"mappings":{"_meta":{"marks":"{{TokenGenerator.SchemaVersion}}/{{new KeyedHashes().Token("id", "marks")}}"},{{dynamic}},"properties":{"tok":{"type":"keyword"} } } } }""";

    private static string Bulk(IEnumerable<string> items) => $$"""{"errors":true,"items":[{{string.Join(',', items)}}]}""";

    private static string Item(string id, int status, string more = "") => $$"""{"index":{"_id":"{{id}}","status":{{status}}{{more}} } }""";

    private static ServerResidentIndex Index(StubServer server)
    {
        var options = new SearchServerOptions { Addresses = [server.Address] };
        return new ServerResidentIndex(new SearchTransport(options, TimeProvider.System), options, new KeyedHashes(), TimeProvider.System);
    }

    private static List<string> Ids(string bulk) => [.. bulk.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line.StartsWith("{\"index\"", StringComparison.Ordinal))
        .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("index").GetProperty("_id").GetString()!)];

    private static IndexDocument Document(int number)
    {
        var id = Guid.ParseExact(number.ToString("D32", System.Globalization.CultureInfo.InvariantCulture), "N");
        return new IndexDocument { Id = id, Version = 1, Tokens = ["n王"], Checksum = number, Bucket = IndexDocuments.BucketOf(id) };
    }
}
