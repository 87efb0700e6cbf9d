namespace UnifiedPlatform.Benchmarks;

/// <summary>Figures that are measured in one run because they share their preparation.</summary>
internal interface IFigureSet
{
    /// <summary>Names this set may print.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Measures what <paramref name="wanted"/> asks for and prints each by <see cref="Figures.Print"/>.</summary>
    Task MeasureAsync(Func<string, bool> wanted, CancellationToken cancellationToken);
}
