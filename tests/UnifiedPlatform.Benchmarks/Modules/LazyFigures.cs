using System.Diagnostics;
using System.Globalization;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Benchmarks.Modules;

/// <summary>Start of a host with 200 installed modules that no request has touched yet: they are known by their manifests, and none is loaded.</summary>
internal sealed class LazyFigures : IFigureSet
{
    private const int Modules = 200, Starts = 3;

    public IReadOnlyList<string> Names => ["lazy-200.seconds", "lazy-200.first-hit-ms", "lazy-200.rss-mib"];

    public async Task MeasureAsync(Func<string, bool> wanted, CancellationToken cancellationToken)
    {
        using var modules = new BenchModules();
        var ids = Enumerable.Range(1, Modules).Select(number => "lazy-" + number.ToString("000", CultureInfo.InvariantCulture)).ToArray();
        var offered = modules.Offer("lazy", ids.Select(id => modules.Pack(id, "1.0.0", BenchSources.Small(id))));
        var folder = Directory.CreateTempSubdirectory("up-bench-");
        string[] arguments = [$"--data={folder.FullName}/data", $"--keys={folder.FullName}/keys", "--environment=Development", $"--modules={offered}"];
        try
        {
            // The first start installs them.
            await StartAsync(arguments, ids[0], cancellationToken);
            var starts = new List<(double Seconds, double FirstHitMs, double Mib)>();
            for (var round = 0; round < Starts; round++) starts.Add(await StartAsync(arguments, ids[round], cancellationToken));
            Figures.Print("lazy-200.seconds", Median(starts.Select(start => start.Seconds)), "s");
            Figures.Print("lazy-200.first-hit-ms", Median(starts.Select(start => start.FirstHitMs)), "ms");
            Figures.Print("lazy-200.rss-mib", Median(starts.Select(start => start.Mib)), "MiB");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(double Seconds, double FirstHitMs, double Mib)> StartAsync(string[] arguments, string id, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        await using var host = await HostProcess.StartAsync(arguments, Figures.Configuration, cancellationToken);
        await host.ReadyAsync(cancellationToken);
        var (seconds, mib) = (clock.Elapsed.TotalSeconds, host.WorkingSet / 1024.0 / 1024.0);
        using var client = new HttpClient { BaseAddress = host.Address };
        clock.Restart();
        await client.GetStringAsync(new Uri($"/m/{id}/api/version", UriKind.Relative), cancellationToken);
        return (seconds, clock.Elapsed.TotalMilliseconds, mib);
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
