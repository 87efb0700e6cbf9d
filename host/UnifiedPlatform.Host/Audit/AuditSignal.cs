namespace UnifiedPlatform.Host.Audit;

/// <summary>Tells the sealer that entries wait.</summary>
internal sealed class AuditSignal : IDisposable
{
    private readonly SemaphoreSlim _waiting = new(0, 1);

    public void Wake()
    {
        try
        {
            _waiting.Release();
        }
        catch (SemaphoreFullException)
        {
            // Already woken.
        }
    }

    /// <summary>Waits for a wake-up, but not longer than the limit: changes in module databases wake nobody.</summary>
    public Task WaitAsync(TimeSpan limit, CancellationToken cancellationToken) => _waiting.WaitAsync(limit, cancellationToken);

    public void Dispose() => _waiting.Dispose();
}
