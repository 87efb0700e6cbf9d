using System.Globalization;
using System.Text;
using System.Text.Json;
using UnifiedPlatform.Sdk.Protection;

namespace UnifiedPlatform.Host.Residents.Indexing.Server;

/// <summary>
/// The index on Elasticsearch 8 or OpenSearch 2: an alias that is searched and written, versioned indices behind it, the one before kept under a second alias as the way back.
/// Indices are made explicitly, and their mapping is looked at afterwards, because a template of somebody else may have added to it.
/// </summary>
public sealed class ServerResidentIndex(SearchTransport transport, SearchServerOptions options, IBlindIndex blind, TimeProvider clock) : IResidentIndex
{
    private const int Page = 1_000;

    // A change may be stamped by another host's clock, and its transaction may have been open when the filling began.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly ServerBulk _bulk = new(transport, clock, options.WriteLimit);

    private string Alias => options.Alias;

    private string Previous => options.Alias + "-previous";

    private string Marks => $"{TokenGenerator.SchemaVersion}/{blind.Token("id", "marks")}";

    /// <inheritdoc/>
    public ValueTask WriteAsync(IReadOnlyCollection<IndexDocument> documents, bool visible, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(documents);
        return documents.Count == 0 ? ValueTask.CompletedTask : _bulk.WriteAsync(Alias, isAlias: true, documents, visible, over: false, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask OverwriteAsync(IReadOnlyCollection<IndexDocument> documents, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(documents);
        return documents.Count == 0 ? ValueTask.CompletedTask : _bulk.WriteAsync(Alias, isAlias: true, documents, visible: true, over: true, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<IndexHit>> FindAsync(TokenCondition condition, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(condition);
        var answer = await SearchAsync(Alias, ServerQuery.Find(condition, limit), cancellationToken);
        return Read(answer, body => body.GetProperty("hits").GetProperty("hits").EnumerateArray().Select(ServerDocuments.Hit).ToList());
    }

    /// <inheritdoc/>
    public async ValueTask<int> CountAsync(TokenCondition condition, int upTo, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return (int)Math.Min(upTo, await CountAsync(Alias, condition, upTo, cancellationToken));
    }

    /// <inheritdoc/>
    public async ValueTask<IndexState> StateAsync(CancellationToken cancellationToken)
    {
        var engine = "search server";
        string? name = null, previous = null;
        try
        {
            engine = await EngineAsync(cancellationToken);
            name = await OnlyIndexAsync(Alias, cancellationToken) ?? throw new IndexAwayException(IndexFault.Stale);
            previous = await OnlyIndexAsync(Previous, cancellationToken);
            await CheckAsync(name, cancellationToken);
            return new IndexState(engine, name, null, null, await CountAsync(name, null, int.MaxValue, cancellationToken), previous);
        }
        catch (IndexAwayException away)
        {
            return new IndexState(engine, name, away.Fault, away.Detail, 0, previous);
        }
    }

    /// <inheritdoc/>
    public async ValueTask RebuildAsync(IIndexSource source, IProgress<long>? written, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        var began = clock.GetUtcNow();
        var name = $"{Alias}-{began.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture)}-{Guid.CreateVersion7().ToString("N")[^4..]}";
        await NeedAsync(HttpMethod.Put, name, ServerDocuments.Index(options.Shards, Marks), cancellationToken);
        try
        {
            await CheckAsync(name, cancellationToken);
            await FillAsync(name, source.EverybodyAsync(cancellationToken), written, cancellationToken);
            var caughtUp = clock.GetUtcNow();
            await FillAsync(name, source.ChangedSinceAsync(began - Margin, cancellationToken), null, cancellationToken);
            await NeedAsync(HttpMethod.Post, $"{name}/_forcemerge?max_num_segments=1", default, cancellationToken);
            await NeedAsync(HttpMethod.Put, $"{name}/_settings", """{"index":{"refresh_interval":"1s","auto_expand_replicas":"0-1"}}"""u8.ToArray(), cancellationToken);
            await CompareAsync(name, source, cancellationToken);
            await SwitchAsync(name, cancellationToken);
            // What was written between the catching up and the switch went to the old index only.
            await FillAsync(name, source.ChangedSinceAsync(caughtUp - Margin, cancellationToken), null, cancellationToken);
        }
        catch
        {
            await DropUnusedAsync(name);
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask ReturnAsync(IIndexSource source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        var name = await OnlyIndexAsync(Previous, cancellationToken) ?? throw new InvalidOperationException("There is no index to return to.");
        await CheckAsync(name, cancellationToken);
        var since = await SwitchedAtAsync(name, cancellationToken);
        await FillAsync(name, source.ChangedSinceAsync(since - Margin, cancellationToken), null, cancellationToken);
        var caughtUp = clock.GetUtcNow();
        await SwitchAsync(name, cancellationToken);
        await FillAsync(name, source.ChangedSinceAsync(caughtUp - Margin, cancellationToken), null, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask ForgetPreviousAsync(TimeSpan olderThan, CancellationToken cancellationToken)
    {
        if (await OnlyIndexAsync(Previous, cancellationToken) is not { } name) return;
        if (olderThan > TimeSpan.Zero && await SwitchedAtAsync(name, cancellationToken) > clock.GetUtcNow() - olderThan) return;
        await NeedAsync(HttpMethod.Delete, name, default, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<int, BucketSum>> BucketsAsync(CancellationToken cancellationToken) => BucketsAsync(Alias, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<IndexedVersion>> BucketAsync(int bucket, CancellationToken cancellationToken)
    {
        var held = new List<IndexedVersion>();
        while (true)
        {
            var after = held.Count == 0 ? null : held[^1].Id.ToString("N");
            var page = Read(await SearchAsync(Alias, ServerQuery.Bucket(bucket, after, Page), cancellationToken), body => body.GetProperty("hits").GetProperty("hits").EnumerateArray().Select(ServerDocuments.Version).ToList());
            held.AddRange(page);
            if (page.Count < Page) return held;
        }
    }

    private async ValueTask FillAsync(string name, IAsyncEnumerable<IReadOnlyCollection<IndexDocument>> documents, IProgress<long>? written, CancellationToken cancellationToken)
    {
        long count = 0;
        // One bulk is on its way while the next one is made.
        var flying = Task.CompletedTask;
        await foreach (var batch in documents.WithCancellation(cancellationToken))
        {
            await flying;
            written?.Report(count);
            flying = _bulk.WriteAsync(name, isAlias: false, batch, visible: false, over: false, cancellationToken).AsTask();
            count += batch.Count;
        }
        await flying;
        written?.Report(count);
    }

    private async ValueTask CompareAsync(string name, IIndexSource source, CancellationToken cancellationToken)
    {
        await NeedAsync(HttpMethod.Post, $"{name}/_refresh", default, cancellationToken);
        var (meant, held) = (await source.BucketsAsync(cancellationToken), await BucketsAsync(name, cancellationToken));
        // People go on being changed while it is filled; the catching up after the switch brings those. More than a few buckets is a hole.
        var different = meant.Count(bucket => held.GetValueOrDefault(bucket.Key) != bucket.Value) + held.Keys.Count(bucket => !meant.ContainsKey(bucket));
        if (different > IndexDocuments.Buckets / 50 && different > 8) throw new IndexAwayException(IndexFault.Garbled, "checksums");
    }

    private async ValueTask SwitchAsync(string name, CancellationToken cancellationToken)
    {
        var old = await OnlyIndexAsync(Alias, cancellationToken);
        var older = await OnlyIndexAsync(Previous, cancellationToken);
        List<string> actions = [$$$"""{"add":{"index":"{{{name}}}","alias":"{{{Alias}}}","is_write_index":true}}"""];
        if (older is not null) actions.Add(Remove(older, Previous));
        if (old is not null && old != name) actions.AddRange([Remove(old, Alias), $$$"""{"add":{"index":"{{{old}}}","alias":"{{{Previous}}}"}}"""]);
        await NeedAsync(HttpMethod.Post, "_aliases", Encoding.UTF8.GetBytes($$"""{"actions":[{{string.Join(',', actions)}}]}"""), cancellationToken);
        await NoteSwitchAsync(old, cancellationToken);
        if (older is not null && older != name) await NeedAsync(HttpMethod.Delete, older, default, cancellationToken);
    }

    private static string Remove(string name, string alias) => $$$"""{"remove":{"index":"{{{name}}}","alias":"{{{alias}}}"}}""";

    // Since when the index that steps back has not been written, kept with it so that any host can bring it up to date.
    private async ValueTask NoteSwitchAsync(string? old, CancellationToken cancellationToken)
    {
        if (old is null) return;
        var meta = $$$"""{"_meta":{"marks":"{{{Marks}}}","until":"{{{clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture)}}}"}}""";
        await NeedAsync(HttpMethod.Put, $"{old}/_mapping", Encoding.UTF8.GetBytes(meta), cancellationToken);
    }

    private async ValueTask<DateTimeOffset> SwitchedAtAsync(string name, CancellationToken cancellationToken) =>
        Meta(await MappingAsync(name, cancellationToken), "until") is { } until ? DateTimeOffset.Parse(until, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind) : DateTimeOffset.MinValue.AddYears(1);

    private async ValueTask<IReadOnlyDictionary<int, BucketSum>> BucketsAsync(string name, CancellationToken cancellationToken) =>
        Read(await SendAsync(HttpMethod.Post, $"{name}/_search", ServerQuery.Buckets(), options.WriteLimit, cancellationToken), ServerDocuments.Buckets);

    private async ValueTask<long> CountAsync(string name, TokenCondition? condition, int upTo, CancellationToken cancellationToken) =>
        Read(await SearchAsync(name, ServerQuery.Count(condition, upTo), cancellationToken), body => body.GetProperty("hits").GetProperty("total").GetProperty("value").GetInt64());

    private async ValueTask<SearchAnswer> SearchAsync(string name, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        await SendAsync(HttpMethod.Post, $"{name}/_search", body, options.SearchLimit, cancellationToken);

    // An answer in which shards are missing is no answer: it would say that nobody is there.
    private static T Read<T>(SearchAnswer answer, Func<JsonElement, T> read)
    {
        try
        {
            if (answer.Body.GetProperty("timed_out").GetBoolean()) throw new IndexAwayException(IndexFault.Slow);
            if (answer.Body.GetProperty("_shards").GetProperty("failed").GetInt32() > 0) throw new IndexAwayException(IndexFault.Unavailable, "shards");
            return read(answer.Body);
        }
        catch (Exception error) when (error is KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new IndexAwayException(IndexFault.Garbled, "search", error);
        }
    }

    private async ValueTask CheckAsync(string name, CancellationToken cancellationToken)
    {
        var mapping = await MappingAsync(name, cancellationToken);
        if (Meta(mapping, "marks") != Marks) throw new IndexAwayException(IndexFault.Stale);
        if (!IsOurs(mapping)) throw new IndexAwayException(IndexFault.Refused, "mapping");
        var health = await NeedAsync(HttpMethod.Get, $"_cluster/health/{name}", default, cancellationToken);
        if (health.Body.ValueKind == JsonValueKind.Object && health.Body.TryGetProperty("status", out var status) && status.ValueEquals("red")) throw new IndexAwayException(IndexFault.Unavailable, "red");
    }

    private async ValueTask<JsonElement> MappingAsync(string name, CancellationToken cancellationToken)
    {
        var answer = await NeedAsync(HttpMethod.Get, $"{name}/_mapping", default, cancellationToken);
        return answer.Body.ValueKind == JsonValueKind.Object && answer.Body.TryGetProperty(name, out var index) && index.ValueKind == JsonValueKind.Object && index.TryGetProperty("mappings", out var mapping)
            ? mapping : throw new IndexAwayException(IndexFault.Garbled, "mapping");
    }

    private static string? Meta(JsonElement mapping, string key) =>
        mapping.ValueKind == JsonValueKind.Object && mapping.TryGetProperty("_meta", out var meta) && meta.ValueKind == JsonValueKind.Object && meta.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool IsOurs(JsonElement mapping) =>
        mapping.TryGetProperty("dynamic", out var dynamic) && dynamic.ValueEquals("strict")
        && mapping.TryGetProperty("properties", out var fields) && fields.TryGetProperty("tok", out var tokens) && tokens.TryGetProperty("type", out var type) && type.ValueEquals("keyword")
        && !tokens.TryGetProperty("normalizer", out _);

    // The one index an alias stands for; null: there is no such alias.
    private async ValueTask<string?> OnlyIndexAsync(string alias, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(HttpMethod.Get, $"_alias/{alias}", default, options.SearchLimit, cancellationToken, mayMiss: true);
        if (answer.Status == 404) return null;
        if (answer.Body.ValueKind != JsonValueKind.Object) throw new IndexAwayException(IndexFault.Garbled, "alias");
        var names = answer.Body.EnumerateObject().Select(index => index.Name).ToList();
        if (names.Count > 1 || (names is [var only] && !only.StartsWith(Alias + "-", StringComparison.Ordinal))) throw new IndexAwayException(IndexFault.Alias);
        return names.FirstOrDefault();
    }

    private async ValueTask<string> EngineAsync(CancellationToken cancellationToken)
    {
        var answer = await SendAsync(HttpMethod.Get, "_nodes/_local/none", default, options.SearchLimit, cancellationToken, mayMiss: true);
        var version = answer.Body.ValueKind == JsonValueKind.Object && answer.Body.TryGetProperty("nodes", out var nodes) && nodes.ValueKind == JsonValueKind.Object
            ? nodes.EnumerateObject().Select(node => node.Value.TryGetProperty("version", out var text) ? text.GetString() : null).FirstOrDefault() : null;
        if (version is null) throw answer.Done || answer.Status is 404 or 405 ? new IndexAwayException(IndexFault.Foreign) : answer.Fault();
        return $"{(answer.Elastic ? "elasticsearch" : "opensearch")} {version}";
    }

    private async ValueTask DropUnusedAsync(string name)
    {
        try
        {
            // Only when the alias has not moved to it: after the switch it is the index in use.
            if (await OnlyIndexAsync(Alias, CancellationToken.None) != name) await transport.SendAsync(HttpMethod.Delete, name, default, options.SearchLimit, CancellationToken.None);
        }
        catch (IndexAwayException)
        {
            // The server is away; an index without an alias is removed by the next rebuild's operator or by hand.
        }
    }

    private ValueTask<SearchAnswer> NeedAsync(HttpMethod method, string path, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        SendAsync(method, path, body, options.WriteLimit, cancellationToken);

    private async ValueTask<SearchAnswer> SendAsync(HttpMethod method, string path, ReadOnlyMemory<byte> body, TimeSpan limit, CancellationToken cancellationToken, bool mayMiss = false)
    {
        var answer = await transport.SendAsync(method, path, body, limit, cancellationToken);
        return answer.Done || (mayMiss && answer.Status == 404) ? answer : throw answer.Fault();
    }
}
