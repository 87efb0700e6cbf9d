using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using UnifiedPlatform.Host.Modules.Data;
using UnifiedPlatform.Host.Modules.Operations;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Runtime.Packages;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Benchmarks.Modules;

/// <summary>A module is replaced again and again while people work: nothing fails, and the old code is proven gone each time.</summary>
internal sealed class UpgradeFigures : IFigureSet
{
    private const int WarmRounds = 4;

    public IReadOnlyList<string> Names => ["upgrade.rounds", "upgrade.requests", "upgrade.failed-requests", "upgrade.collected", "upgrade.heap-growth-mib", "upgrade.switch-ms", "upgrade.prepare-ms", "upgrade.jobs", "upgrade.topics"];

    public async Task MeasureAsync(Func<string, bool> wanted, CancellationToken cancellationToken)
    {
        using var modules = new BenchModules();
        var source = modules.Pack("bench-source", "1.0.0", BenchSources.Publisher, ("Topics/thing-made.v1.schema.json", BenchSources.Topic));
        (string, string)[] texts = [("Resources/zh-Hans.json", """{"job.tick":"滴答"}"""), ("Resources/en.json", """{"job.tick":"Tick"}""")];
        string[] versions = [modules.Pack("bench-up", "1.0.0", BenchSources.Upgraded, texts), modules.Pack("bench-up", "1.1.0", BenchSources.Upgraded, texts)];
        await using var platform = await TestPlatform.StartAsync(new TestPlatformOptions
        {
            Modules = modules.Offer("upgrade", source, versions[0]),
            Residents = 20,
            WaitUntilReady = false,
            Configure = builder => builder.Logging.SetMinimumLevel(LogLevel.Warning),
        }, cancellationToken);
        var packages = await InstallAsync(platform, versions, cancellationToken);
        await HoldAsync(platform, cancellationToken);
        await RunAsync(platform, packages, Rounds(), cancellationToken);
    }

    // What another host is installing this one leaves alone: its reconciler would drive back to the version that is wanted.
    private static Task HoldAsync(TestPlatform platform, CancellationToken cancellationToken)
    {
        var now = platform.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        return platform.Services.GetRequiredService<ModuleLedger>().RunAsync(async (database, token) =>
        {
            database.Operations.Add(new Operation
            {
                Id = Guid.CreateVersion7(), Module = "bench-up", Verb = OperationVerb.Install, State = OperationState.Running, Actor = "host", Reason = "measurement", Host = "measurement", AskedAt = now, SeenAt = now.AddDays(1),
            });
            return await database.SaveChangesAsync(token);
        }, cancellationToken);
    }

    private static async Task RunAsync(TestPlatform platform, InstalledPackage[] packages, int rounds, CancellationToken cancellationToken)
    {
        var runtime = platform.Services.GetRequiredService<IModuleRuntime>();
        var (collected, prepare, switched, before) = (0, new List<double>(), new List<double>(), 0L);
        // Both measurements of the heap are taken at rest: what is in flight is no leak.
        using var warm = new UpgradeLoad(platform);
        await warm.StartAsync(cancellationToken);
        for (var round = 0; round < WarmRounds; round++) await SwapAsync(round, null);
        await warm.EndAsync();
        before = Heap();
        using var load = new UpgradeLoad(platform);
        await load.StartAsync(cancellationToken);
        for (var round = WarmRounds; round < WarmRounds + rounds; round++)
        {
            var steps = new SwapTimes();
            var report = await SwapAsync(round, steps);
            if (report.Old is { Collected: true }) collected++;
            prepare.Add(report.Preparation.TotalMilliseconds);
            switched.Add(steps.Swap.TotalMilliseconds);
        }
        await load.EndAsync();
        var growth = (Heap() - before) / 1024.0 / 1024.0;

        var status = runtime.Find("bench-up") ?? throw new InvalidOperationException("The module is gone.");
        foreach (var failure in load.Failures.Take(5)) Console.Error.WriteLine(failure);
        Figures.Print("upgrade.rounds", rounds, "rounds");
        Figures.Print("upgrade.requests", load.Answered, "requests");
        Figures.Print("upgrade.failed-requests", load.Failures.Count, "requests");
        Figures.Print("upgrade.collected", collected, "generations");
        Figures.Print("upgrade.heap-growth-mib", growth, "MiB");
        Figures.Print("upgrade.switch-ms", Median(switched), "ms");
        Figures.Print("upgrade.prepare-ms", Median(prepare), "ms");
        Figures.Print("upgrade.jobs", status.Jobs.Done, "runs");
        Figures.Print("upgrade.topics", status.Topics.Done, "batches");
        if (status.Jobs.Failed + status.Topics.Failed > 0) throw new InvalidOperationException($"{status.Jobs.Failed} jobs and {status.Topics.Failed} batches failed.");

        async Task<SwapReport> SwapAsync(int round, SwapTimes? steps)
        {
            var report = await runtime.ActivateAsync(packages[(round + 1) % 2], SwapPolicy.Default, steps, cancellationToken);
            return report.Failure is { } failure ? throw new InvalidOperationException($"Round {round}: {failure}") : report;
        }
    }

    private static async Task<InstalledPackage[]> InstallAsync(TestPlatform platform, string[] files, CancellationToken cancellationToken)
    {
        var store = platform.Services.GetRequiredService<IPackageStore>();
        var packages = new List<InstalledPackage>();
        foreach (var file in files)
        {
            await using var stream = File.OpenRead(file);
            packages.Add(store.Keep(await store.StageAsync(stream, new StageOptions(AllowsOlder: true), cancellationToken)));
        }
        return [.. packages];
    }

    private static int Rounds() => int.TryParse(Environment.GetEnvironmentVariable("UNIFIED_UPGRADE_ROUNDS"), out var rounds) ? rounds : 100;

    private static long Heap()
    {
        for (var pass = 0; pass < 3; pass++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private sealed class SwapTimes : IProgress<ModuleStep>
    {
        public TimeSpan Swap { get; private set; }

        public void Report(ModuleStep value)
        {
            if (value is { Phase: ModulePhase.Swap, State: StepState.Done }) Swap = value.Took;
        }
    }
}
