using Microsoft.Extensions.Hosting;

namespace UnifiedPlatform.Runtime.Generations;

/// <summary>The application's lifetime as a module sees it: tokens that end with the generation, so that no registration on them outlives it.</summary>
internal sealed class ModuleLifetime : IHostApplicationLifetime, IDisposable
{
    private readonly CancellationTokenSource _started = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _stopped = new();

    public CancellationToken ApplicationStarted => _started.Token;

    public CancellationToken ApplicationStopping => _stopping.Token;

    public CancellationToken ApplicationStopped => _stopped.Token;

    public Task BeginAsync() => _started.CancelAsync();

    public Task DrainAsync() => _stopping.CancelAsync();

    public Task EndAsync() => _stopped.CancelAsync();

    // A module cannot stop the host.
    public void StopApplication()
    {
    }

    public void Dispose()
    {
        _started.Dispose();
        _stopping.Dispose();
        _stopped.Dispose();
    }
}
