namespace UnifiedPlatform.Benchmarks;

/// <summary>The lifecycle of contracts.md §13: accept one item with one part, answer it, decide, close, find; four POST and one GET, each its own durable commit.</summary>
internal sealed class CaseFigures : IFigureSet
{
    public IReadOnlyList<string> Names => ["case-10k.rate", "case-10k.p95-ms", "case-10k.ratio-to-sql"];

    public Task MeasureAsync(Func<string, bool> wanted, CancellationToken cancellationToken) => Task.CompletedTask;
}
