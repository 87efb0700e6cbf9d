using System.Diagnostics;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Benchmarks;

/// <summary>
/// From the start of the process to the first 200 of <c>/health/ready</c>: with an empty directory, with the demo town moving in, and (best of five) with the town that lives there already;
/// of that last start also its processor time and the memory it holds then.
/// </summary>
internal sealed class StartFigures : IFigureSet
{
    private const int Rounds = 5;

    public IReadOnlyList<string> Names => ["start.seconds", "start.cpu-seconds", "start.rss-mib", "demo.seconds", "first-start.seconds"];

    public async Task MeasureAsync(Func<string, bool> wanted, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("up-bench-");
        try
        {
            if (wanted("first-start.seconds")) Figures.Print("first-start.seconds", (await StartAsync(folder.FullName, "first", "--environment=Development", cancellationToken)).Seconds, "s");
            if (!Names.Any(name => name != "first-start.seconds" && wanted(name))) return;
            Figures.Print("demo.seconds", (await StartAsync(folder.FullName, "demo", "--demo=true", cancellationToken)).Seconds, "s");
            var starts = new List<(double Seconds, double Processor, double Mib)>();
            for (var round = 0; round < Rounds; round++) starts.Add(await StartAsync(folder.FullName, "demo", "--demo=true", cancellationToken));
            Figures.Print("start.seconds", starts.Min(start => start.Seconds), "s");
            Figures.Print("start.cpu-seconds", starts.Min(start => start.Processor), "s");
            Figures.Print("start.rss-mib", starts.Max(start => start.Mib), "MiB");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(double Seconds, double Processor, double Mib)> StartAsync(string folder, string name, string mode, CancellationToken cancellationToken)
    {
        string[] arguments = [mode, $"--data={folder}/{name}", $"--keys={folder}/{name}-keys", $"--modules={Path.Combine(Checkout.Root, "modules", ".packed")}"];
        var clock = Stopwatch.StartNew();
        await using var host = await HostProcess.StartAsync(arguments, Figures.Configuration, cancellationToken);
        await host.ReadyAsync(cancellationToken);
        return (clock.Elapsed.TotalSeconds, host.ProcessorTime.TotalSeconds, host.WorkingSet / 1024.0 / 1024.0);
    }
}
