namespace UnifiedPlatform.Runtime.Tests.Support;

/// <summary>A host service by which test and module wait for each other.</summary>
public sealed class Gate
{
    private int _count;

    public TaskCompletionSource Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Open { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Count => Volatile.Read(ref _count);

    public int Add() => Interlocked.Increment(ref _count);
}
