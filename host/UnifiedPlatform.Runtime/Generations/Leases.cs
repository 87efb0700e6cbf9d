namespace UnifiedPlatform.Runtime.Generations;

/// <summary>Counts who is inside a generation, and says when the last one has left after the doors were closed.</summary>
internal sealed class Leases
{
    private readonly TaskCompletionSource _empty = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _inside;
    private volatile bool _closing;

    public int Inside => Volatile.Read(ref _inside);

    public bool TryEnter()
    {
        Interlocked.Increment(ref _inside);
        if (!_closing) return true;
        Leave();
        return false;
    }

    public void Leave()
    {
        if (Interlocked.Decrement(ref _inside) == 0 && _closing) _empty.TrySetResult();
    }

    /// <summary>Lets nobody in any more and completes when everybody has left.</summary>
    public Task CloseAsync()
    {
        _closing = true;
        Thread.MemoryBarrier();
        if (Volatile.Read(ref _inside) == 0) _empty.TrySetResult();
        return _empty.Task;
    }
}
