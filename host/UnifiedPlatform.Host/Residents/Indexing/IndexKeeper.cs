using System.Threading.Channels;
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
    private readonly Channel<IndexAct> _asked = Channel.CreateBounded<IndexAct>(new BoundedChannelOptions(4) { FullMode = BoundedChannelFullMode.DropWrite });
    private Task _keeping = Task.CompletedTask;
    private IndexFault? _fault;

    /// <summary>What is wrong with the index as last seen; null: nothing.</summary>
    public IndexFault? Fault => _fault;

    /// <summary>Why the last act that was asked for did not end well; null: it did.</summary>
    public IndexFault? FailedWith { get; private set; }

    /// <summary>Asks for an act. It is done within seconds, one after the other, and never in the request that asks.</summary>
    public void Ask(IndexAct act) => _asked.Writer.TryWrite(act);

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
                while (_asked.Reader.TryRead(out var act)) await DoAsync(act, _stopping.Token);
                await LookAsync(_stopping.Token);
                await PauseAsync(_stopping.Token);
            }
            catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                // Whatever it was, the next look may go well; a keeper that ended would leave the index alone for good.
                log.LogError("Looking after the resident index failed: {Reason}", error.GetType().Name);
                await Task.Delay(Between, clock, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async ValueTask DoAsync(IndexAct act, CancellationToken cancellationToken)
    {
        try
        {
            FailedWith = null;
            await (act switch
            {
                IndexAct.Rebuild => upkeep.RebuildAsync(cancellationToken),
                IndexAct.Return => upkeep.ReturnAsync(cancellationToken),
                _ => new ValueTask(upkeep.CompareAsync(cancellationToken).AsTask()),
            });
        }
        catch (InvalidOperationException) when (act == IndexAct.Return)
        {
            FailedWith = IndexFault.Stale;
        }
        catch (IndexAwayException away)
        {
            FailedWith = away.Fault;
            log.LogWarning("{Act} of the resident index did not end well: {Fault} {Detail}", act, away.Fault, away.Detail);
        }
    }

    // Until the next look, or until somebody asks for something.
    private async ValueTask PauseAsync(CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task asked = _asked.Reader.WaitToReadAsync(over.Token).AsTask();
        await Task.WhenAny(asked, Task.Delay(Between, clock, over.Token));
        await over.CancelAsync();
        await asked.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
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
