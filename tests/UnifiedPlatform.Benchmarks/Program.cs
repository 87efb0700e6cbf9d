using UnifiedPlatform.Benchmarks;

// `-- NAME` runs the figures whose names begin with NAME; none runs all.
return await Figures.RunAsync(args, [new StartFigures(), new PageFigures(), new CaseFigures()]);
