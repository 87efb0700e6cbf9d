using Microsoft.Data.Sqlite;
using UnifiedPlatform.Host.Residents.Register;

namespace UnifiedPlatform.Host.Residents.Indexing;

/// <summary>Brings changed residents into the index, one batch after the other. Own writes come right after their commit, everybody's by the exchange, which also catches what was lost.</summary>
public sealed class IndexFeed(IServiceScopeFactory scopes, IResidentIndex index, RegisterReader register, IndexDocuments documents, ILogger<IndexFeed> log)
{
    private const int Batch = 500;
    private readonly Lock _gate = new();
    private Task _tail = Task.CompletedTask;

    /// <summary>Queues the residents; the index follows within moments, whatever becomes of the request.</summary>
    public void Queue(IReadOnlyCollection<Guid> residents)
    {
        if (residents is not { Count: > 0 }) return;
        lock (_gate) _tail = FollowAsync(_tail, [.. residents]);
    }

    /// <summary>Waits until everything queued so far is in the index, but never longer than the limit.</summary>
    public async ValueTask SettledAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        Task tail;
        lock (_gate) tail = _tail;
        if (tail.IsCompleted) return;
        try
        {
            await tail.WaitAsync(limit, cancellationToken);
        }
        catch (TimeoutException)
        {
            // The search answers with what is there; the feed goes on.
        }
    }

    /// <summary>Writes the residents as they are now. Throws when the register or the engine does not answer.</summary>
    public async ValueTask WriteAsync(IReadOnlyCollection<Guid> residents, CancellationToken cancellationToken)
    {
        foreach (var batch in residents.Distinct().Chunk(Batch))
        {
            await using var scope = scopes.CreateAsyncScope();
            var database = scope.ServiceProvider.GetRequiredService<ResidentsDbContext>();
            var people = await register.IndexedAsync(database, batch, cancellationToken);
            await index.WriteAsync([.. people.Select(documents.Of)], cancellationToken);
        }
    }

    private async Task FollowAsync(Task before, Guid[] residents)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            await WriteAsync(residents, CancellationToken.None);
        }
        catch (Exception failure) when (failure is SqliteException or System.Data.Common.DbException or IOException or ObjectDisposedException)
        {
            // The exchange brings the same residents again, so nothing is lost.
            log.LogWarning("The index could not take {Count} residents at once: {Reason}", residents.Length, failure.GetType().Name);
        }
    }
}
