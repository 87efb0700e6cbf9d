using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Host.Residents.Register;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Host.Residents.Indexing;

/// <summary>What keeps an index true: building it anew, the way back, finding where it differs from the register, and mending that. One act at a time.</summary>
public sealed class IndexUpkeep(
    IServiceScopeFactory scopes, IResidentIndex index, IIndexSource source, IndexFeed feed, RegisterReader register, IndexDocuments documents, TimeProvider clock, ILogger<IndexUpkeep> log) : IDisposable
{
    /// <summary>How long the index before this one is kept.</summary>
    public static readonly TimeSpan WayBack = TimeSpan.FromHours(24);

    private const int Batch = 500;
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>What is being built; null: nothing.</summary>
    public IndexBuild? Build { get; private set; }

    /// <summary>What the last comparison found; null: none since the start.</summary>
    public IndexDrift? LastDrift { get; private set; }

    /// <summary>Builds the index anew beside the one in use.</summary>
    public ValueTask RebuildAsync(CancellationToken cancellationToken) => InTurnAsync(async token =>
    {
        await using var scope = scopes.CreateAsyncScope();
        var total = await scope.ServiceProvider.GetRequiredService<ResidentsDbContext>().People.BeyondAccess(RegisterReader.Everybody).CountAsync(token);
        var build = new IndexBuild(clock.GetUtcNow(), total);
        Build = build;
        try
        {
            await index.RebuildAsync(source, build, token);
            log.LogInformation("The resident index of {Documents} documents was built in {Seconds:0.0} s", build.Written, (clock.GetUtcNow() - build.Began).TotalSeconds);
        }
        finally
        {
            Build = null;
        }
    }, cancellationToken);

    /// <summary>Puts the index before this one back in use.</summary>
    public ValueTask ReturnAsync(CancellationToken cancellationToken) => InTurnAsync(token => index.ReturnAsync(source, token), cancellationToken);

    /// <summary>Brings everybody whom the index does not hold as they are.</summary>
    /// <returns>How many were brought.</returns>
    public async ValueTask<int> CatchUpAsync(CancellationToken cancellationToken)
    {
        var brought = 0;
        while (true)
        {
            List<Guid> behind;
            await using (var scope = scopes.CreateAsyncScope())
                behind = await scope.ServiceProvider.GetRequiredService<ResidentsDbContext>().BehindIds().Take(Batch).ToListAsync(cancellationToken);
            if (behind.Count == 0) return brought;
            await feed.WriteAsync(behind, cancellationToken);
            brought += behind.Count;
            if (behind.Count < Batch) return brought;
        }
    }

    /// <summary>Compares index and register bucket by bucket, and mends what differs.</summary>
    public async ValueTask<IndexDrift> CompareAsync(CancellationToken cancellationToken)
    {
        IndexDrift? drift = null;
        await InTurnAsync(async token =>
        {
            await CatchUpAsync(token);
            var (meant, held) = (await source.BucketsAsync(token), await index.BucketsAsync(token));
            var different = meant.Keys.Union(held.Keys).Where(bucket => meant.GetValueOrDefault(bucket) != held.GetValueOrDefault(bucket)).Order().ToList();
            var (missing, other, surplus) = (0, 0, 0);
            foreach (var bucket in different)
            {
                var (m, o, s) = await MendAsync(bucket, token);
                (missing, other, surplus) = (missing + m, other + o, surplus + s);
            }
            drift = new IndexDrift(clock.GetUtcNow(), different.Count, missing, other, surplus);
            if (drift.Found > 0) log.LogWarning("The resident index differed from the register in {Found} documents; they were written again", drift.Found);
            LastDrift = drift;
        }, cancellationToken);
        return drift!;
    }

    public void Dispose() => _turn.Dispose();

    private async ValueTask<(int Missing, int Other, int Surplus)> MendAsync(int bucket, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<ResidentsDbContext>();
        var meant = (await database.BucketAsync(bucket, cancellationToken)).ToDictionary(one => one.Id);
        var held = (await index.BucketAsync(bucket, cancellationToken)).ToDictionary(one => one.Id);
        var missing = meant.Keys.Where(id => !held.ContainsKey(id)).ToList();
        var other = meant.Values.Where(one => held.TryGetValue(one.Id, out var there) && there != one).Select(one => one.Id).ToList();
        var surplus = held.Values.Where(one => !meant.ContainsKey(one.Id)).ToList();
        var people = await register.IndexedAsync(database, [.. missing, .. other], cancellationToken);
        IndexDocument[] made = [.. people.Select(documents.Of)];
        await index.OverwriteAsync([.. made, .. surplus.Select(documents.Nobody)], cancellationToken);
        await scope.ServiceProvider.GetRequiredKeyedService<IUnitOfWork>("residents").HeldAsync(made, cancellationToken);
        return (missing.Count, other.Count, surplus.Count);
    }

    private async ValueTask InTurnAsync(Func<CancellationToken, ValueTask> act, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await act(cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }
}
