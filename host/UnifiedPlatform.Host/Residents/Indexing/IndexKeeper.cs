using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Host.Residents.Register;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Residents.Indexing;

/// <summary>Looks after the index while the host runs: builds it when it is missing or was made by other tokens or keys, waits when the engine is away, and brings what is behind. The host serves meanwhile, and searching falls back to exact look-ups.</summary>
internal sealed class IndexKeeper(IServiceScopeFactory scopes, IResidentIndex index, IndexUpkeep upkeep, TimeProvider clock, ILogger<IndexKeeper> log) : IHostedService, IDisposable
{
    private const int BuiltBeforeServing = 5_000;
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _stopping = new();
    private Task _keeping = Task.CompletedTask;
    private IndexFault? _fault;

    /// <summary>What is wrong with the index as last seen; null: nothing.</summary>
    public IndexFault? Fault => _fault;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _fault = (await index.StateAsync(cancellationToken)).Fault;
        if (_fault == IndexFault.Stale && await PeopleAsync(cancellationToken) <= BuiltBeforeServing) await LookAsync(cancellationToken);
        _keeping = Task.Run(KeepAsync, CancellationToken.None);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _keeping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => _stopping.Dispose();

    /// <summary>One look: what is wrong is mended or noted, and what is behind is brought.</summary>
    internal async ValueTask LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var state = await index.StateAsync(cancellationToken);
            if (state.Fault == IndexFault.Stale) await upkeep.RebuildAsync(cancellationToken);
            else if (state.Fault is { } fault) throw new IndexAwayException(fault, state.Detail);
            Note(null, null);
            await upkeep.CatchUpAsync(cancellationToken);
        }
        catch (IndexAwayException away)
        {
            Note(away.Fault, away.Detail);
        }
    }

    private async Task KeepAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                await LookAsync(_stopping.Token);
                await Task.Delay(Between, clock, _stopping.Token);
            }
            catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error) when (error is System.Data.Common.DbException or IOException or InvalidOperationException)
            {
                log.LogError("Looking after the resident index failed: {Reason}", error.GetType().Name);
                await Task.Delay(Between, clock, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private void Note(IndexFault? fault, string? detail)
    {
        if (fault == _fault) return;
        if (fault is { } wrong) log.LogWarning("The resident index is away: {Fault} {Detail}", wrong, detail);
        else log.LogInformation("The resident index answers");
        _fault = fault;
    }

    private async ValueTask<int> PeopleAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ResidentsDbContext>().People.BeyondAccess(RegisterReader.Everybody).CountAsync(cancellationToken);
    }
}
