using System.Diagnostics;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Benchmarks;

/// <summary>
/// Cases carried from acceptance to closing through the shipped host over HTTP, by four clerks at once: lifecycles a second, 95th percentile of one changing request,
/// and the ratio to plain SQL writing the rows they left, in as many commits, into empty copies of the same tables.
/// </summary>
internal sealed class CaseFigures(string size, int cases, DatabaseKind kind) : IFigureSet
{
    private const int Clients = 4, WarmUp = 100;

    public IReadOnlyList<string> Names => [$"{size}.rate", $"{size}.p95-ms", $"{size}.ratio-to-sql"];

    public async Task MeasureAsync(Func<string, bool> wanted, CancellationToken cancellationToken)
    {
        if (kind == DatabaseKind.PostgreSql && !TestDatabase.Available)
        {
            foreach (var name in Names) Figures.Skip(name);
            return;
        }
        var folder = Directory.CreateTempSubdirectory("up-bench-");
        await using var server = kind == DatabaseKind.PostgreSql ? await TestDatabase.CreateAsync(cancellationToken) : null;
        try
        {
            var (seconds, requests) = await CarryAsync(folder.FullName, server, cancellationToken);
            using var rows = new CaseRows(Path.Combine(folder.FullName, "data", "modules", "one-window", "app.db"), server?.ConnectionString);
            var commits = await rows.ReadAsync(cancellationToken);
            if (commits.Count != (cases + WarmUp) * CaseRows.CommitsOfCase) throw new InvalidOperationException($"{commits.Count} commits stand where {(cases + WarmUp) * CaseRows.CommitsOfCase} belong.");
            var plain = await rows.WriteAsync(commits, kind == DatabaseKind.PostgreSql ? Clients : 1, cancellationToken) * cases / (cases + WarmUp);
            Figures.Print(Names[0], cases / seconds, "cases/s");
            Figures.Print(Names[1], Percentile95(requests), "ms");
            Figures.Print(Names[2], plain / seconds, "of plain SQL");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<(double Seconds, IReadOnlyList<double> Requests)> CarryAsync(string folder, TestDatabase? server, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            "--demo=true", $"--data={folder}/data", $"--keys={folder}/keys", $"--modules={Path.Combine(Checkout.Root, "modules", ".packed")}",
            .. server is null ? Array.Empty<string>() : [$"--Storage:PostgreSql={server.ConnectionString}"],
        ];
        await using var host = await HostProcess.StartAsync(arguments, Figures.Configuration, cancellationToken);
        await host.ReadyAsync(cancellationToken);
        using var lifecycle = await CaseLifecycle.OpenAsync(host.Address, Path.Combine(folder, "data"), cancellationToken);
        await ManyAsync(lifecycle, WarmUp, cancellationToken);
        lifecycle.Forget();
        var clock = Stopwatch.StartNew();
        await ManyAsync(lifecycle, cases, cancellationToken);
        return (clock.Elapsed.TotalSeconds, lifecycle.Requests);
    }

    private static Task ManyAsync(CaseLifecycle lifecycle, int count, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = Clients, CancellationToken = cancellationToken }, async (index, token) => await lifecycle.CarryAsync(index, token));

    private static double Percentile95(IReadOnlyList<double> values) => values.Order().ElementAt((int)(values.Count * 0.95));
}
