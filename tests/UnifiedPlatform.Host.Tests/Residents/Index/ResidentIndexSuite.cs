using Microsoft.Data.Sqlite;
using UnifiedPlatform.Host.Residents.Indexing;

namespace UnifiedPlatform.Host.Tests.Residents;

/// <summary>What every engine keeps to behind the port.</summary>
public abstract class ResidentIndexSuite : IAsyncLifetime
{
    private readonly TestEngine _engine;
    private readonly string _folder = Directory.CreateTempSubdirectory("up-index-").FullName;
    private IResidentIndex _index = null!;

    protected ResidentIndexSuite(TestEngine engine)
    {
        Assert.SkipWhen(engine.Missing is not null, engine.Missing ?? "");
        _engine = engine;
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _index = _engine.Alone(_folder);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        (_index as IDisposable)?.Dispose();
        await _engine.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Without_an_index_it_says_so_and_finds_nobody_by_mistake()
    {
        Assert.Equal(IndexFault.Stale, (await _index.StateAsync(Cancelled)).Fault);

        Assert.Equal(IndexFault.Stale, (await Assert.ThrowsAsync<IndexAwayException>(async () => await _index.FindAsync(new TokenCondition.Has("n王"), 10, Cancelled))).Fault);
        Assert.Equal(IndexFault.Stale, (await Assert.ThrowsAsync<IndexAwayException>(async () => await _index.WriteAsync([Document(1, 1, "n王")], visible: true, Cancelled))).Fault);
        Assert.Equal(IndexFault.Stale, (await _index.StateAsync(Cancelled)).Fault);
    }

    [Fact]
    public async Task An_older_write_changes_nothing_and_a_gone_resident_stays_gone()
    {
        await BuildAsync(Document(1, 5, "n王", "c1"), Document(2, 1, "n李"));

        await _index.WriteAsync([Document(1, 4, "n赵")], visible: true, Cancelled);
        Assert.Equal([Id(1)], await FindAsync("n王"));
        Assert.Empty(await FindAsync("n赵"));

        await _index.WriteAsync([Gone(1, 6)], visible: true, Cancelled);
        await _index.WriteAsync([Document(1, 5, "n王", "c1")], visible: true, Cancelled);
        Assert.Empty(await FindAsync("n王"));
        Assert.Equal(1, (await _index.StateAsync(Cancelled)).Documents);
    }

    [Fact]
    public async Task Conditions_mean_the_same_as_in_memory()
    {
        string[] tokens = ["n王", "n秀", "n兰", "y张·伟", "c340822100002", "k0a1b2c3d4e5f6071", "t低保", "n\U00020BB7", "n\U0002EBF0", "n\U00031350", "e1980", "s2"];
        var chance = new Random(7);
        var documents = Enumerable.Range(1, 300).Select(i => Document(i, 1, [.. tokens.Where(_ => chance.Next(3) == 0)])).ToArray();
        await BuildAsync(documents);
        for (var round = 0; round < 60; round++)
        {
            var condition = Condition(chance, tokens, 3);
            var meant = documents.Where(d => condition.Holds(d.Tokens.ToHashSet(StringComparer.Ordinal))).Select(d => d.Id).Order().ToList();

            Assert.Equal(meant, (await _index.FindAsync(condition, 500, Cancelled)).Select(h => h.Id).Order());
            Assert.Equal(Math.Min(meant.Count, 40), await _index.CountAsync(condition, 40, Cancelled));
        }
    }

    [Fact]
    public async Task A_hit_brings_back_what_ranking_needs()
    {
        var one = Document(1, 3, "n王") with { Name = "王秀兰", Address = "城东 路 18", Region = "340822100002", Grid = "3408221000020101", Present = false, SortKey = "wang xiu lan" };
        await BuildAsync(one);

        Assert.Equal(new IndexHit(one.Id, 3, one.Name, one.Address, one.Region, one.Grid, false, one.SortKey), Assert.Single(await _index.FindAsync(new TokenCondition.Has("n王"), 10, Cancelled)));
    }

    [Fact]
    public async Task A_new_index_takes_the_place_of_the_old_one_which_stays_as_the_way_back()
    {
        await BuildAsync(Document(1, 1, "n王"));
        Assert.Null((await _index.StateAsync(Cancelled)).Previous);

        var register = new Listed(Document(1, 1, "n王"), Document(2, 1, "n王"));
        var told = new List<long>();
        await _index.RebuildAsync(register, new Told(told), Cancelled);
        Assert.Equal(2, (await FindAsync("n王")).Count);
        Assert.Equal(2, told[^1]);
        Assert.NotNull((await _index.StateAsync(Cancelled)).Previous);

        // Somebody was added after the switch: the old index is brought up to date before it serves again.
        register.Changed = [Document(2, 1, "n王"), Document(3, 1, "n王")];
        await _index.ReturnAsync(register, Cancelled);
        await _engine.RefreshAsync();
        Assert.Equal(3, (await FindAsync("n王")).Count);

        await _index.ForgetPreviousAsync(TimeSpan.FromHours(1), Cancelled);
        Assert.NotNull((await _index.StateAsync(Cancelled)).Previous);
        await _index.ForgetPreviousAsync(TimeSpan.Zero, Cancelled);
        Assert.Null((await _index.StateAsync(Cancelled)).Previous);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await _index.ReturnAsync(register, Cancelled));
    }

    [Fact]
    public async Task A_rebuild_that_is_given_up_leaves_the_index_in_use()
    {
        await BuildAsync(Document(1, 1, "n王"));

        await Assert.ThrowsAsync<IOException>(async () => await _index.RebuildAsync(new Broken(), null, Cancelled));

        Assert.Equal([Id(1)], await FindAsync("n王"));
        Assert.Null((await _index.StateAsync(Cancelled)).Previous);
        await _index.RebuildAsync(new Listed(Document(1, 1, "n王")), null, Cancelled);
        Assert.Equal([Id(1)], await FindAsync("n王"));
    }

    [Fact]
    public async Task Sums_of_buckets_tell_every_difference()
    {
        var documents = Enumerable.Range(1, 50).Select(i => Document(i, 1, "n王")).ToArray();
        var register = new Listed(documents);
        await BuildAsync(documents);
        Assert.Equal(await register.BucketsAsync(Cancelled), await _index.BucketsAsync(Cancelled));

        await _index.OverwriteAsync([Document(7, 1, "n赵")], Cancelled);
        await _index.OverwriteAsync([Gone(8, 1)], Cancelled);
        var (meant, held) = (await register.BucketsAsync(Cancelled), await _index.BucketsAsync(Cancelled));
        Assert.Equal(new[] { Document(7, 1).Bucket, Document(8, 1).Bucket }.Distinct().Order(), meant.Where(b => held.GetValueOrDefault(b.Key) != b.Value).Select(b => b.Key).Order());
        Assert.Equal([new IndexedVersion(Id(7), 1, Document(7, 1, "n赵").Checksum)], (await _index.BucketAsync(Document(7, 1).Bucket, Cancelled)).Where(v => v.Id == Id(7)));
    }

    private async Task BuildAsync(params IndexDocument[] documents)
    {
        await _index.RebuildAsync(new Listed(documents), null, Cancelled);
        await _engine.RefreshAsync();
    }

    private async Task<IReadOnlyList<Guid>> FindAsync(string token) => [.. (await _index.FindAsync(new TokenCondition.Has(token), 100, Cancelled)).Select(h => h.Id)];

    private static TokenCondition Condition(Random chance, string[] tokens, int depth) => (depth == 0 ? 0 : chance.Next(4)) switch
    {
        0 or 1 => new TokenCondition.Has(tokens[chance.Next(tokens.Length)]),
        2 => new TokenCondition.All([.. Enumerable.Range(0, 1 + chance.Next(3)).Select(_ => Condition(chance, tokens, depth - 1))]),
        _ => new TokenCondition.Any([.. Enumerable.Range(0, 1 + chance.Next(3)).Select(_ => Condition(chance, tokens, depth - 1))]),
    };

    private static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);

    private static IndexDocument Document(int number, long version, params string[] tokens) => new()
    {
        Id = Id(number), Version = version, Tokens = tokens, Bucket = IndexDocuments.BucketOf(Id(number)), Checksum = HashCode.Combine(number, version) + tokens.Sum(t => t.Sum(c => (long)c << 33)),
    };

    private static IndexDocument Gone(int number, long version) => Document(number, version) with { Gone = true };

    private class Listed(params IndexDocument[] documents) : IIndexSource
    {
        public IndexDocument[] Changed { get; set; } = [];

        public virtual async IAsyncEnumerable<IReadOnlyCollection<IndexDocument>> EverybodyAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.Yield();
            foreach (var batch in documents.Chunk(100)) yield return batch;
        }

        public async IAsyncEnumerable<IReadOnlyCollection<IndexDocument>> ChangedSinceAsync(DateTimeOffset since, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.Yield();
            if (Changed.Length > 0) yield return Changed;
        }

        public ValueTask<IReadOnlyDictionary<int, BucketSum>> BucketsAsync(CancellationToken cancellationToken) => new(documents.Where(d => !d.Gone).GroupBy(d => d.Bucket).ToDictionary(
            bucket => bucket.Key, bucket => new BucketSum(bucket.Count(), bucket.Sum(d => BucketSum.Halves(d.Checksum).Low), bucket.Sum(d => BucketSum.Halves(d.Checksum).High))));
    }

    private sealed class Broken : Listed
    {
        public override async IAsyncEnumerable<IReadOnlyCollection<IndexDocument>> EverybodyAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.Yield();
            yield return [Document(9, 1, "n王")];
            throw new IOException("The register went away.");
        }
    }

    private sealed class Told(List<long> told) : IProgress<long>
    {
        public void Report(long value) => told.Add(value);
    }
}

/// <summary>The suite on the embedded engine.</summary>
public sealed class EmbeddedIndexTests() : ResidentIndexSuite(TestEngine.Embedded());

/// <summary>The suite on Elasticsearch.</summary>
public sealed class ElasticsearchIndexTests() : ResidentIndexSuite(TestEngine.Elasticsearch());

/// <summary>The suite on OpenSearch.</summary>
public sealed class OpenSearchIndexTests() : ResidentIndexSuite(TestEngine.OpenSearch());
