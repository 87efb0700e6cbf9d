using System.Diagnostics;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Benchmarks;

/// <summary>From the start of the process to the first 200 of <c>/health/ready</c>: an existing directory, an empty one, the whole demo town; and the memory at rest.</summary>
internal sealed class StartFigures : IFigureSet
{
    private const int Rounds = 5;

    public IReadOnlyList<string> Names => ["start.seconds", "first-start.seconds", "demo.seconds", "start.rss-mib"];

    public async Task MeasureAsync(Func<string, bool> wanted, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("up-bench-");
        string[] production = [$"--data={folder.FullName}/data", $"--keys={folder.FullName}/keys", "--environment=Development", $"--modules={Path.Combine(Checkout.Root, "modules", ".packed")}"];
        try
        {
            Figures.Print("first-start.seconds", (await StartAsync(production, cancellationToken)).Seconds, "s");
            var starts = new List<(double Seconds, double Mib)>();
            for (var round = 0; round < Rounds; round++) starts.Add(await StartAsync(production, cancellationToken));
            Figures.Print("start.seconds", Median(starts.Select(start => start.Seconds)), "s");
            Figures.Print("start.rss-mib", Median(starts.Select(start => start.Mib)), "MiB");
            if (!wanted("demo.seconds")) return;
            string[] demo = ["--demo=true", $"--data={folder.FullName}/demo", $"--keys={folder.FullName}/demo-keys", $"--modules={Path.Combine(Checkout.Root, "modules", ".packed")}"];
            Figures.Print("demo.seconds", (await StartAsync(demo, cancellationToken)).Seconds, "s");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(double Seconds, double Mib)> StartAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        await using var host = await HostProcess.StartAsync(arguments, Figures.Configuration, cancellationToken);
        await host.ReadyAsync(cancellationToken);
        return (clock.Elapsed.TotalSeconds, host.WorkingSet / 1024.0 / 1024.0);
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
