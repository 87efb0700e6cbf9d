using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Benchmarks.Modules;

/// <summary>A module's endpoint against the same endpoint mapped in the same host behind the same middleware: rate and 99th percentile, in turns, so that both meet the same weather.</summary>
internal sealed class ModuleEndpointFigures : IFigureSet
{
    private const int Rounds = 15, Connections = 8;
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(700);

    public IReadOnlyList<string> Names => ["module-endpoint.rate", "module-endpoint.ratio", "module-endpoint.p99-ratio", "module-endpoint.never-ratio"];

    public async Task MeasureAsync(Func<string, bool> wanted, CancellationToken cancellationToken)
    {
        using var modules = new BenchModules();
        var offered = modules.Offer("endpoint", modules.Pack("bench-hot", "1.0.0", BenchSources.Small("bench-hot")), modules.Pack("bench-never", "1.0.0", BenchSources.Small("bench-never", ", Reload = ModuleReload.Never")));
        var folder = Directory.CreateTempSubdirectory("up-bench-");
        await using var app = PlatformHost.Build(
            [$"--data={folder.FullName}/data", $"--keys={folder.FullName}/keys", "--environment=Development", "--urls=http://127.0.0.1:0", "--metrics-urls=http://127.0.0.1:0", $"--modules={offered}"],
            builder => builder.Logging.SetMinimumLevel(LogLevel.Warning));
        app.MapGet("/m-plain/api/version", () => "1.0.0").Public("measurement");
        await app.StartAsync(cancellationToken);
        var address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        await MeasureAsync(new RawLoad(address, "/m-plain/api/version"), new RawLoad(address, "/m/bench-hot/api/version"), new RawLoad(address, "/m/bench-never/api/version"), cancellationToken);
        await app.StopAsync(CancellationToken.None);
        folder.Delete(recursive: true);
    }

    private static async Task MeasureAsync(RawLoad plain, RawLoad hot, RawLoad never, CancellationToken cancellationToken)
    {
        RawLoad[] all = [plain, hot, never];
        foreach (var load in all) await load.RunAsync(Connections, TimeSpan.FromSeconds(3), cancellationToken);
        List<double>[] rates = [[], [], []];
        List<long>[] latencies = [[], [], []];
        for (var round = 0; round < Rounds; round++)
            for (var turn = 0; turn < all.Length; turn++)
            {
                // Another one begins each round: none is always the one after the pause.
                var which = (round + turn) % all.Length;
                var answered = await all[which].RunAsync(Connections, Slice, cancellationToken);
                rates[which].Add(answered.Count / Slice.TotalSeconds);
                latencies[which].AddRange(answered);
            }
        Figures.Print("module-endpoint.rate", Median(rates[1]), "requests/s");
        Figures.Print("module-endpoint.ratio", Median([.. rates[1].Zip(rates[0], (module, host) => module / host)]), "of the host's own");
        Figures.Print("module-endpoint.p99-ratio", P99(latencies[1]) / P99(latencies[0]), "of the host's own");
        Figures.Print("module-endpoint.never-ratio", Median([.. rates[2].Zip(rates[0], (module, host) => module / host)]), "of the host's own");
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static double P99(List<long> ticks) => ticks.Order().ElementAt((int)(ticks.Count * 0.99)) * 1000.0 / Stopwatch.Frequency;
}
