using System.Diagnostics;
using System.Net.Http.Json;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Benchmarks;

/// <summary>95th percentile of a counter search over HTTP in the demo town of 600 people: names, pinyin, initials, tails of numbers and addresses, one clerk after another.</summary>
internal sealed class SearchFigures : IFigureSet
{
    private const int Rounds = 50;
    private static readonly string[] Typed = ["王秀", "王秀兰", "wangxiu", "wxl", "chen", "李", "凌桥", "高河 张", "1234", "zhang"];

    public IReadOnlyList<string> Names => ["search.p95-ms"];

    public async Task MeasureAsync(Func<string, bool> wanted, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("up-bench-");
        try
        {
            string[] arguments = ["--demo=true", $"--data={folder.FullName}/data", $"--keys={folder.FullName}/keys", $"--modules={Path.Combine(Checkout.Root, "modules", ".packed")}"];
            await using var host = await HostProcess.StartAsync(arguments, Figures.Configuration, cancellationToken);
            await host.ReadyAsync(cancellationToken);
            using var clerk = DemoKeys.Client(host.Address, Path.Combine(folder.FullName, "data"), "clerk");
            var times = new List<double>();
            for (var round = 0; round < Rounds; round++)
                foreach (var typed in Typed)
                {
                    var started = Stopwatch.GetTimestamp();
                    using var answer = await clerk.PostAsJsonAsync(new Uri("/api/residents/search", UriKind.Relative), new { q = typed, limit = 20 }, cancellationToken);
                    answer.EnsureSuccessStatusCode();
                    await answer.Content.ReadAsByteArrayAsync(cancellationToken);
                    if (round >= Rounds / 5) times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds); // the first ones compile
                }
            Figures.Print("search.p95-ms", times.Order().ElementAt((int)(times.Count * 0.95)), "ms");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
