using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Host.Residents.Demo;
using UnifiedPlatform.Host.Residents.Indexing;
using UnifiedPlatform.Host.Residents.Register;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Host.Tests.Residents;

/// <summary>An index that is lost, late or lying can miss somebody for a while, and is mended by itself.</summary>
public sealed class IndexUpkeepTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<DatabaseKind> Databases => [DatabaseKind.Sqlite, DatabaseKind.PostgreSql];

    [Fact]
    public async Task A_destroyed_file_leaves_exact_look_ups_and_is_built_anew()
    {
        await using var house = await HouseAsync(DatabaseKind.Sqlite);
        var (name, id) = await SomebodyAsync(house);
        SqliteConnection.ClearAllPools();
        foreach (var part in new[] { "-wal", "-shm" }) File.Delete(Path.Combine(house.Folder, "resident-index.db" + part));
        await File.WriteAllTextAsync(Path.Combine(house.Folder, "resident-index.db"), "no database", Cancelled);

        var meanwhile = await house.SearchAsync(name, Cancelled);
        Assert.Contains(meanwhile.Items, card => card.Id == id);
        Assert.Contains("检索服务暂不可用", meanwhile.Hint!, StringComparison.Ordinal);
        Assert.Empty((await house.SearchAsync(name[..1], Cancelled)).Items);

        await house.Services.GetRequiredService<IndexKeeper>().LookAsync(Cancelled);
        Assert.Contains((await house.SearchAsync(name[..1] + " " + name, Cancelled)).Items, card => card.Id == id);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_the_engine_did_not_take_is_the_queue_and_is_brought_when_it_is_back(DatabaseKind kind)
    {
        var engine = new Unsteady();
        await using var house = await HouseAsync(kind, engine);
        var keeper = house.Services.GetRequiredService<IndexKeeper>();

        engine.Away = IndexFault.Unreachable;
        await house.ImportAsync(DemoTownCsv.Make(80, RegisterHouse.Today), Cancelled);
        await keeper.LookAsync(Cancelled);
        Assert.Equal(IndexFault.Unreachable, keeper.Fault);
        Assert.Equal(40, await BehindAsync(house));

        engine.Away = null;
        await keeper.LookAsync(Cancelled);
        Assert.Null(keeper.Fault);
        Assert.Equal(0, await BehindAsync(house));
        Assert.Equal(80, (await house.Services.GetRequiredService<IResidentIndex>().StateAsync(Cancelled)).Documents);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Drift_is_found_by_the_sums_and_mended(DatabaseKind kind)
    {
        await using var house = await HouseAsync(kind);
        var index = house.Services.GetRequiredService<IResidentIndex>();
        var upkeep = house.Services.GetRequiredService<IndexUpkeep>();
        Assert.Equal(0, (await upkeep.CompareAsync(Cancelled)).Found);
        var (name, id) = await SomebodyAsync(house);
        var ids = await IdsAsync(house);
        var documents = house.Services.GetRequiredService<IndexDocuments>();
        var stranger = Guid.CreateVersion7();

        // One lost, one lied about with a version no write would beat, one of nobody.
        await index.OverwriteAsync([documents.Nobody(new IndexedVersion(id, 99, 0))], Cancelled);
        await index.OverwriteAsync([new IndexDocument { Id = ids[1], Version = 99, Tokens = ["n错"], Checksum = 5, Bucket = IndexDocuments.BucketOf(ids[1]) }], Cancelled);
        await index.WriteAsync([new IndexDocument { Id = stranger, Version = 1, Tokens = ["n鬼"], Checksum = 6, Bucket = IndexDocuments.BucketOf(stranger) }], visible: true, Cancelled);
        Assert.DoesNotContain((await house.SearchAsync(name, Cancelled)).Items, card => card.Id == id);
        Assert.Empty((await house.SearchAsync("鬼", Cancelled)).Items);

        var drift = await upkeep.CompareAsync(Cancelled);

        Assert.Equal((1, 1, 1), (drift.Missing, drift.Other, drift.Surplus));
        Assert.Equal(0, (await upkeep.CompareAsync(Cancelled)).Found);
        Assert.Contains((await house.SearchAsync(name, Cancelled)).Items, card => card.Id == id);
        Assert.Empty(await index.FindAsync(new TokenCondition.Has("n错"), 10, Cancelled));
        Assert.Equal(40, (await index.StateAsync(Cancelled)).Documents);
    }

    [Fact]
    public async Task What_an_administrator_asks_for_is_done_by_the_keeper()
    {
        await using var house = await HouseAsync(DatabaseKind.Sqlite);
        var (keeper, upkeep) = (house.Services.GetRequiredService<IndexKeeper>(), house.Services.GetRequiredService<IndexUpkeep>());
        var index = house.Services.GetRequiredService<IResidentIndex>();
        await keeper.StartAsync(Cancelled);
        try
        {
            keeper.Ask(IndexAct.Compare);
            await UntilAsync(() => ValueTask.FromResult(upkeep.LastDrift is { Found: 0 }));
            keeper.Ask(IndexAct.Rebuild);
            await UntilAsync(async () => (await index.StateAsync(Cancelled)).Previous is not null);
            await index.ForgetPreviousAsync(TimeSpan.Zero, Cancelled);
            keeper.Ask(IndexAct.Return);
            await UntilAsync(() => ValueTask.FromResult(keeper.FailedWith == IndexFault.Stale));
            keeper.Ask(IndexAct.Rebuild);
            await UntilAsync(async () => (await index.StateAsync(Cancelled)).Previous is not null);
            Assert.Equal(40, (await index.StateAsync(Cancelled)).Documents);
            Assert.Null(keeper.FailedWith);
        }
        finally
        {
            await keeper.StopAsync(Cancelled);
        }

        async Task UntilAsync(Func<ValueTask<bool>> met)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
            limit.CancelAfter(TimeSpan.FromMinutes(2));
            using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
            while (!await met()) await beat.WaitForNextTickAsync(limit.Token);
        }
    }

    [Fact]
    public async Task A_lying_index_shows_nobody_who_does_not_match()
    {
        await using var house = await HouseAsync(DatabaseKind.Sqlite);
        var ids = await IdsAsync(house);
        await house.Services.GetRequiredService<IResidentIndex>().OverwriteAsync(
            [new IndexDocument { Id = ids[0], Version = 99, Tokens = ["n魑", "n魅", "n魑魅", "w340822100", "d340822"], Name = "魑魅", Checksum = 5, Bucket = IndexDocuments.BucketOf(ids[0]) }], Cancelled);

        // The card is made from the register, so at worst somebody else's true card is shown, never a false one.
        Assert.All((await house.SearchAsync("魑魅", Cancelled)).Items, card => Assert.DoesNotContain("魑", card.Name, StringComparison.Ordinal));
    }

    private static async Task<RegisterHouse> HouseAsync(DatabaseKind kind, Unsteady? engine = null)
    {
        var house = await RegisterHouse.CreateAsync(Cancelled, kind, services => engine?.Over(new SqliteResidentIndex(
            Path.Combine(Directory.CreateTempSubdirectory("up-index-").FullName, "resident-index.db"), services.GetRequiredService<UnifiedPlatform.Sdk.Protection.IBlindIndex>(), TimeProvider.System)));
        await house.ImportAsync(DemoTownCsv.Make(40, RegisterHouse.Today), Cancelled);
        return house;
    }

    private static async Task<(string Name, Guid Id)> SomebodyAsync(RegisterHouse house)
    {
        await using var scope = house.Services.CreateAsyncScope();
        var person = await scope.ServiceProvider.GetRequiredService<ResidentsDbContext>().People.BeyondAccess("looks at the register itself").AsNoTracking().OrderBy(p => p.Id).FirstAsync(p => p.Name.Length == 3, Cancelled);
        return (person.Name, person.Id);
    }

    private static async Task<List<Guid>> IdsAsync(RegisterHouse house)
    {
        var (_, known) = await SomebodyAsync(house);
        await using var scope = house.Services.CreateAsyncScope();
        var others = await scope.ServiceProvider.GetRequiredService<ResidentsDbContext>().People.BeyondAccess("looks at the register itself").AsNoTracking().Where(p => p.Id != known).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(Cancelled);
        return [known, .. others];
    }

    private static async Task<int> BehindAsync(RegisterHouse house)
    {
        await using var scope = house.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ResidentsDbContext>().BehindIds().CountAsync(Cancelled);
    }

    /// <summary>An engine that goes away when told.</summary>
    private sealed class Unsteady : IResidentIndex
    {
        private IResidentIndex _inner = null!;

        public IndexFault? Away { get; set; }

        public Unsteady Over(IResidentIndex inner)
        {
            _inner = inner;
            return this;
        }

        private IResidentIndex Inner => Away is { } fault ? throw new IndexAwayException(fault) : _inner;

        public ValueTask WriteAsync(IReadOnlyCollection<IndexDocument> documents, bool visible, CancellationToken cancellationToken) => Inner.WriteAsync(documents, visible, cancellationToken);

        public ValueTask OverwriteAsync(IReadOnlyCollection<IndexDocument> documents, CancellationToken cancellationToken) => Inner.OverwriteAsync(documents, cancellationToken);

        public ValueTask<IReadOnlyList<IndexHit>> FindAsync(TokenCondition condition, int limit, CancellationToken cancellationToken) => Inner.FindAsync(condition, limit, cancellationToken);

        public ValueTask<int> CountAsync(TokenCondition condition, int upTo, CancellationToken cancellationToken) => Inner.CountAsync(condition, upTo, cancellationToken);

        public ValueTask<IndexState> StateAsync(CancellationToken cancellationToken) => Away is { } fault ? new(new IndexState("unsteady", null, fault, null, 0, null)) : _inner.StateAsync(cancellationToken);

        public ValueTask RebuildAsync(IIndexSource source, IProgress<long>? written, CancellationToken cancellationToken) => Inner.RebuildAsync(source, written, cancellationToken);

        public ValueTask ReturnAsync(IIndexSource source, CancellationToken cancellationToken) => Inner.ReturnAsync(source, cancellationToken);

        public ValueTask ForgetPreviousAsync(TimeSpan olderThan, CancellationToken cancellationToken) => Inner.ForgetPreviousAsync(olderThan, cancellationToken);

        public ValueTask<IReadOnlyDictionary<int, BucketSum>> BucketsAsync(CancellationToken cancellationToken) => Inner.BucketsAsync(cancellationToken);

        public ValueTask<IReadOnlyList<IndexedVersion>> BucketAsync(int bucket, CancellationToken cancellationToken) => Inner.BucketAsync(bucket, cancellationToken);
    }
}
