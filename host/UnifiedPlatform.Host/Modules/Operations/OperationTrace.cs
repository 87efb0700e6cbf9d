using System.Threading.Channels;
using UnifiedPlatform.Runtime;

namespace UnifiedPlatform.Host.Modules.Operations;

/// <summary>Carries the steps of one operation into the journal, in their order, and keeps telling that its host lives.</summary>
internal sealed class OperationTrace : IProgress<ModuleStep>, IAsyncDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestEnd = TimeSpan.FromMinutes(15);

    private readonly Lock _gate = new();
    private readonly List<OperationStep> _steps = [];
    private readonly Channel<bool> _news = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource _end = new();
    private readonly Guid _operation;
    private readonly ModuleLedger _ledger;
    private readonly StopPoint _stop;
    private readonly ILogger _logger;
    private readonly Task _writing;
    private volatile bool _tail;

    public OperationTrace(Guid operation, ModuleLedger ledger, StopPoint stop, ILogger logger)
    {
        (_operation, _ledger, _stop, _logger) = (operation, ledger, stop, logger);
        _writing = Task.Run(WriteAsync);
    }

    /// <summary>Whether the new version took over: calling off comes too late.</summary>
    public bool TookOver { get; private set; }

    public void Report(ModuleStep value)
    {
        Step(value.Phase.ToString(), value.State, value.Took);
        if (value is { Phase: ModulePhase.Swap, State: not Runtime.StepState.Failed }) TookOver = true;
        // The proof ends every operation; what is told after the answer was given ends here too.
        if (_tail && value is { Phase: ModulePhase.Prove, State: not Runtime.StepState.Begun }) _news.Writer.TryComplete();
    }

    public void Step(string phase, Runtime.StepState state, TimeSpan took = default)
    {
        lock (_gate)
        {
            var step = new OperationStep(phase, state, (long)took.TotalMilliseconds);
            var at = _steps.FindLastIndex(known => known.Phase == phase && known.State == Runtime.StepState.Begun);
            if (at >= 0) _steps[at] = step;
            else _steps.Add(step);
        }
        _news.Writer.TryWrite(true);
        if (state == Runtime.StepState.Begun) _stop.Reached(phase);
    }

    /// <summary>Writes on while the old version leaves, without anybody waiting for it.</summary>
    public void Follow()
    {
        _tail = true;
        _end.CancelAfter(LongestEnd);
    }

    /// <summary>Writes what is known and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_tail) return;
        _news.Writer.TryComplete();
        await _writing;
    }

    private async Task WriteAsync()
    {
        try
        {
            while (true)
            {
                using var pause = CancellationTokenSource.CreateLinkedTokenSource(_end.Token);
                pause.CancelAfter(Pace);
                var more = true;
                try
                {
                    more = await _news.Reader.WaitToReadAsync(pause.Token);
                    if (more) _news.Reader.TryRead(out _);
                }
                catch (OperationCanceledException)
                {
                    more = !_end.IsCancellationRequested; // No news: a sign of life is due.
                }
                await NoteAsync();
                if (!more) return;
            }
        }
        finally
        {
            _end.Dispose();
        }
    }

    private async Task NoteAsync()
    {
        OperationStep[] steps;
        lock (_gate) steps = [.. _steps];
        try
        {
            await _ledger.NoteAsync(_operation, steps, CancellationToken.None);
        }
        catch (Exception failure) when (failure is System.Data.Common.DbException or Sdk.Data.DatabaseBusyException or ObjectDisposedException)
        {
            // The operation itself goes on: its end is written with more patience, and a crash finds the last step that was noted.
            _logger.LogWarning("A step of operation {Operation} could not be noted: {Error}.", _operation, failure.GetType().Name);
        }
    }
}
