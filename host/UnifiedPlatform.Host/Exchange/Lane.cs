using System.Threading.Channels;

namespace UnifiedPlatform.Host.Exchange;

/// <summary>An arrow at work: its signal, its turn and when it last succeeded.</summary>
internal sealed class Lane(Arrow arrow, string cron) : IDisposable
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly SemaphoreSlim _turn = new(1, 1);
    private int _failures;

    public Arrow Arrow => arrow;

    public string Cron => cron;

    public DateTimeOffset? LastSuccess { get; private set; }

    public void Signal() => _signal.Writer.TryWrite(true);

    public ValueTask<bool> SignalledAsync(CancellationToken cancellationToken) => _signal.Reader.ReadAsync(cancellationToken);

    /// <summary>Runs the arrow, one run at a time; false after a run that failed and should be tried again.</summary>
    public async ValueTask<ArrowRun> RunAsync(ArrowRunner runner, TimeProvider clock, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var run = await runner.RunAsync(arrow, cancellationToken);
            _failures = run.Error is null ? 0 : _failures + 1;
            if (run.Error is null) LastSuccess = clock.GetUtcNow();
            return run;
        }
        catch
        {
            _failures++;
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>How long to wait after a failure: 0.5 s, doubled each time, at most 30 s, with jitter so that lanes do not fail in step.</summary>
    public TimeSpan Pause()
    {
        var pause = TimeSpan.FromSeconds(0.5 * Math.Pow(2, Math.Min(_failures, 8)));
        return (pause < LongestPause ? pause : LongestPause) * (0.5 + Random.Shared.NextDouble());
    }

    public void Dispose() => _turn.Dispose();
}
