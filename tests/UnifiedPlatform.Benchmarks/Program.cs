using UnifiedPlatform.Benchmarks;
using UnifiedPlatform.Benchmarks.Modules;
using UnifiedPlatform.Sdk.Data;

// `-- NAME` runs the figures whose names begin with NAME; none runs all.
return await Figures.RunAsync(args,
[
    new StartFigures(), new PageFigures(), new SearchFigures(), new ExchangeFigures("exchange", DatabaseKind.Sqlite), new ExchangeFigures("exchange-postgresql", DatabaseKind.PostgreSql),
    new CaseFigures("case-1k", 1_000, DatabaseKind.Sqlite), new CaseFigures("case-10k", 10_000, DatabaseKind.Sqlite),
    new CaseFigures("case-1k-postgresql", 1_000, DatabaseKind.PostgreSql), new CaseFigures("case-10k-postgresql", 10_000, DatabaseKind.PostgreSql),
    new UpgradeFigures(), new ModuleEndpointFigures(), new LazyFigures(), new KitFigures(),
]);
