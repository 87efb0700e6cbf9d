using System.Data.Common;
using UnifiedPlatform.Host.Residents.Register;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Host.Residents.Indexing;

/// <summary>Brings changed residents into the index, one batch after the other. Own writes come right after their commit, everybody's by the exchange; what the engine did not take stays marked and is brought when it is back.</summary>
public sealed class IndexFeed(IServiceScopeFactory scopes, IResidentIndex index, RegisterReader register, IndexDocuments documents, ILogger<IndexFeed> log)
{
    private const int Batch = 500, FewOfOneForm = 10;
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

    /// <summary>Writes the residents as they are now, or leaves them marked as behind when the engine is away. Throws when the register does not answer.</summary>
    public async ValueTask BringAsync(IReadOnlyCollection<Guid> residents, CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(residents, cancellationToken);
        }
        catch (IndexAwayException away)
        {
            log.LogWarning("The index did not take {Count} residents ({Fault}); they follow when it is back", residents.Count, away.Fault);
        }
    }

    /// <summary>Writes the residents as they are now.</summary>
    /// <exception cref="IndexAwayException">The engine did not take them.</exception>
    public async ValueTask WriteAsync(IReadOnlyCollection<Guid> residents, CancellationToken cancellationToken)
    {
        foreach (var batch in residents.Distinct().Chunk(Batch))
        {
            await using var scope = scopes.CreateAsyncScope();
            var people = await register.IndexedAsync(scope.ServiceProvider.GetRequiredService<ResidentsDbContext>(), batch, cancellationToken);
            IndexDocument[] made = [.. people.Select(documents.Of)];
            await index.WriteAsync(made, visible: residents.Count <= FewOfOneForm, cancellationToken);
            await scope.ServiceProvider.GetRequiredKeyedService<IUnitOfWork>("residents").HeldAsync(made, cancellationToken);
        }
    }

    private async Task FollowAsync(Task before, Guid[] residents)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            await BringAsync(residents, CancellationToken.None);
        }
        catch (Exception failure) when (failure is DbException or IOException or ObjectDisposedException)
        {
            // The exchange brings the same residents again, so nothing is lost.
            log.LogWarning("The index could not take {Count} residents at once: {Reason}", residents.Length, failure.GetType().Name);
        }
    }
}
