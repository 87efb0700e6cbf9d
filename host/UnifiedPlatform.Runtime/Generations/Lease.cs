namespace UnifiedPlatform.Runtime.Generations;

/// <summary>The right to be inside a generation until disposed.</summary>
internal readonly struct Lease(Generation generation) : IDisposable
{
    public Generation Generation { get; } = generation;

    public void Dispose() => Generation.Leases.Leave();
}
