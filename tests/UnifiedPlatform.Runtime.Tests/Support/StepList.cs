using System.Collections.Concurrent;

namespace UnifiedPlatform.Runtime.Tests.Support;

/// <summary>Keeps the steps in the order in which they were reported.</summary>
internal sealed class StepList : IProgress<ModuleStep>
{
    private readonly ConcurrentQueue<ModuleStep> _steps = new();

    public IReadOnlyList<ModuleStep> All => [.. _steps];

    public void Report(ModuleStep value) => _steps.Enqueue(value);
}
