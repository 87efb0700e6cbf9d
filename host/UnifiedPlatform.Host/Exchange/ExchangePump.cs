using System.Collections.Concurrent;
using System.Threading.Channels;
using UnifiedPlatform.Host.Jobs;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Sdk.Jobs;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Host.Exchange;

/// <summary>Keeps a lane for every arrow: woken by each commit of its source, by a change of the modules, and by its schedule.</summary>
public sealed class ExchangePump : BackgroundService
{
    internal const string PullJob = "exchange-pull";

    private readonly ConcurrentDictionary<Arrow, (Lane Lane, CancellationTokenSource Ends)> _lanes = new();
    private readonly Channel<bool> _redraw = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly SemaphoreSlim _drawing = new(1, 1);
    private readonly ArrowMap _map;
    private readonly ArrowRunner _runner;
    private readonly ExchangeWake _wake;
    private readonly IModuleRuntime _modules;
    private readonly HostJobs _jobs;
    private readonly TimeProvider _clock;
    private readonly ILogger<ExchangePump> _log;

    internal ExchangePump(ArrowMap map, ArrowRunner runner, ExchangeWake wake, IModuleRuntime modules, HostJobs jobs, TimeProvider clock, ILogger<ExchangePump> log) =>
        (_map, _runner, _wake, _modules, _jobs, _clock, _log) = (map, runner, wake, modules, jobs, clock, log);

    /// <summary>Arrows in work.</summary>
    internal IEnumerable<Lane> Lanes => _lanes.Values.Select(lane => lane.Lane);

    internal Lane? Find(Arrow arrow) => _lanes.TryGetValue(arrow, out var lane) ? lane.Lane : null;

    /// <summary>Runs every arrow until no event waits anywhere, also those that runs of others publish. For tests and for stopping in order.</summary>
    /// <returns>How many events were applied.</returns>
    public async Task<int> DrainAsync(CancellationToken cancellationToken)
    {
        await DrawAsync(cancellationToken);
        var applied = 0;
        for (var moved = true; moved;)
        {
            moved = false;
            foreach (var lane in Lanes)
            {
                var run = await lane.RunAsync(_runner, _clock, cancellationToken);
                if (run.Error is { } error) throw new InvalidOperationException($"{lane.Arrow} stopped: {error}.");
                applied += run.Applied;
                moved |= run.Read > 0;
            }
        }
        return applied;
    }

    /// <summary>Runs one arrow now; null: no such arrow.</summary>
    internal async ValueTask<ArrowRun?> RunAsync(Arrow arrow, CancellationToken cancellationToken) =>
        Find(arrow) is { } lane ? await lane.RunAsync(_runner, _clock, cancellationToken) : null;

    /// <summary>Lets every lane that has no schedule of its own look at its source once.</summary>
    internal void SignalUnscheduled()
    {
        foreach (var lane in Lanes)
            if (lane.Cron == ConsumesAttribute.EveryMinute) lane.Signal();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _wake.Woken += Signal;
        _modules.Changed += Redraw;
        try
        {
            Redraw("");
            while (await _redraw.Reader.WaitToReadAsync(stoppingToken))
            {
                _redraw.Reader.TryRead(out _);
                await DrawAsync(stoppingToken);
            }
        }
        finally
        {
            _wake.Woken -= Signal;
            _modules.Changed -= Redraw;
        }
    }

    private void Signal(string source)
    {
        foreach (var (arrow, (lane, _)) in _lanes)
            if (arrow.Source == source) lane.Signal();
    }

    private void Redraw(string module) => _redraw.Writer.TryWrite(true);

    private async Task DrawAsync(CancellationToken cancellationToken)
    {
        await _drawing.WaitAsync(cancellationToken);
        try
        {
            var drawn = (await _map.DrawAsync(cancellationToken)).ToDictionary(arrow => arrow.Arrow, arrow => arrow.Cron);
            foreach (var gone in _lanes.Keys.Where(arrow => !drawn.ContainsKey(arrow)).ToList())
                if (_lanes.TryRemove(gone, out var lane)) await lane.Ends.CancelAsync();
            foreach (var (arrow, cron) in drawn)
                if (!_lanes.ContainsKey(arrow)) Open(arrow, cron);
            foreach (var lane in Lanes) lane.Signal();
        }
        finally
        {
            _drawing.Release();
        }
    }

    private void Open(Arrow arrow, string cron)
    {
        var ends = new CancellationTokenSource();
        var lane = new Lane(arrow, cron);
        _lanes[arrow] = (lane, ends);
        if (cron != ConsumesAttribute.EveryMinute) _jobs.Ensure(new HostJob($"{PullJob}:{arrow.Topic}:{arrow.Consumer}", cron, Misfire.DoNothing, (_, _, _) => Pull(arrow)));
        _ = Task.Run(() => WorkAsync(lane, ends.Token), CancellationToken.None);
    }

    private ValueTask Pull(Arrow arrow)
    {
        Find(arrow)?.Signal();
        return default;
    }

    private async Task WorkAsync(Lane lane, CancellationToken ends)
    {
        while (!ends.IsCancellationRequested)
        {
            try
            {
                await lane.SignalledAsync(ends);
                var run = await lane.RunAsync(_runner, _clock, ends);
                if (run.Error is not null) await RestAsync(lane, run.Error, ends);
            }
            catch (OperationCanceledException) when (ends.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // The edge of the lane: whatever went wrong, the events are still in the outbox.
                await RestAsync(lane, failure.GetType().Name, ends);
            }
        }
    }

    private async Task RestAsync(Lane lane, string error, CancellationToken ends)
    {
        if (error == ArrowRunner.Paused) return;
        _log.LogWarning("Exchange {Arrow} stopped with {Error} and will try again.", lane.Arrow, error);
        await Task.Delay(lane.Pause(), _clock, ends).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lane.Signal();
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        foreach (var (_, ends) in _lanes.Values) await ends.CancelAsync();
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        foreach (var (lane, ends) in _lanes.Values)
        {
            ends.Dispose();
            lane.Dispose();
        }
        _drawing.Dispose();
    }
}
