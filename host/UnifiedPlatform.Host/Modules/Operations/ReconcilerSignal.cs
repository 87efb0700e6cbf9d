namespace UnifiedPlatform.Host.Modules.Operations;

/// <summary>Wakes the reconciler before its next round.</summary>
internal sealed class ReconcilerSignal : IDisposable
{
    private readonly SemaphoreSlim _wake = new(0, 1);

    public void Wake()
    {
        try
        {
            _wake.Release();
        }
        catch (SemaphoreFullException)
        {
            return; // Somebody woke it already.
        }
    }

    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => await _wake.WaitAsync(atMost, cancellationToken);

    public void Dispose() => _wake.Dispose();
}
