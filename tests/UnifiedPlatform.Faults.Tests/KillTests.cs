using System.Globalization;
using UnifiedPlatform.Faults.Worker;
using UnifiedPlatform.Host.Tests.Exchange;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Faults.Tests;

/// <summary>kill -9 at random points while cases are accepted and carried (exchange-telemetry-reliability.md §5 row 1). <c>UNIFIED_KILL_ROUNDS</c> sets the rounds.</summary>
[Trait("Duration", "Long")]
public sealed class KillTests : IAsyncLifetime
{
    private const int Writers = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly string _folder = Directory.CreateTempSubdirectory("up-kill-").FullName;
    private TestDatabase? _server;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static int Rounds => int.TryParse(Environment.GetEnvironmentVariable("UNIFIED_KILL_ROUNDS"), CultureInfo.InvariantCulture, out var rounds) ? rounds : 10;

    private string Acknowledged => Path.Combine(_folder, "acknowledged");

    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.PostgreSql];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_was_acknowledged_is_there_and_has_had_its_effect_once(DatabaseKind kind)
    {
        var options = await OptionsAsync(kind);
        var chance = Chance();

        for (var round = 0; round < Rounds; round++)
        {
            var enough = Count() + chance.Next(5, 60);
            await using var worker = WorkerProcess.Start(options);
            await UntilAsync(worker, () => Count() >= enough);
            await worker.KillAsync();
        }

        Assert.Null(await FaultAsync(options, drain: true));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_broken_consumer_is_seen(DatabaseKind kind)
    {
        var options = await OptionsAsync(kind) with { Broken = true, DieBeforeCursor = 3 };

        for (var deaths = 0; deaths < 2; deaths++)
        {
            await using var dying = WorkerProcess.Start(options);
            await dying.ExitedAsync(Cancelled).WaitAsync(Patience, Cancelled);
        }

        Assert.Contains("more than once", await FaultAsync(options, drain: false), StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static Random Chance()
    {
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        return new Random(seed);
    }

    private async Task<WorkerOptions> OptionsAsync(DatabaseKind kind)
    {
        Assert.SkipUnless(kind == DatabaseKind.Sqlite || TestDatabase.Available, TestDatabase.SkipReason);
        if (kind == DatabaseKind.PostgreSql) _server = await TestDatabase.CreateAsync(Cancelled);
        return new WorkerOptions(Path.Combine(_folder, "data"), Acknowledged, Writers, _server?.ConnectionString, false, 0);
    }

    private async Task<string?> FaultAsync(WorkerOptions options, bool drain)
    {
        await using var town = await Town.OpenAsync(options.Folder, options.PostgreSql, Cancelled);
        if (drain) await town.Pump.DrainAsync(Cancelled);

        foreach (var id in Acknowledgements().Select(Guid.Parse).Chunk(500))
        {
            var list = string.Join(", ", id.Select(one => options.PostgreSql is null ? $"x'{one:N}'" : $"'{one:D}'"));
            var kept = await town.ScalarAsync<int>(Town.Source, $"SELECT count(*) FROM samples WHERE id IN ({list})", Cancelled);
            if (kept != id.Length) return $"{id.Length - kept} of {id.Length} acknowledged cases are gone.";
        }
        var cases = await town.ScalarAsync<int>(Town.Source, "SELECT count(*) FROM samples", Cancelled);
        var audited = await town.ScalarAsync<int>(Town.Source, "SELECT count(*) FROM audit_out a JOIN samples s ON s.id = a.id", Cancelled);
        if (audited != cases) return $"{cases} cases have {audited} audit entries.";
        return await ExchangeChecker.FaultAsync(town, Town.Latest, cases, ordered: true, Cancelled);
    }

    // The last line may be cut by the kill; then the case was not acknowledged.
    private IEnumerable<string> Acknowledgements() => File.ReadAllText(Acknowledged).Split('\n')[..^1];

    private int Count()
    {
        if (!File.Exists(Acknowledged)) return 0;
        using var file = new FileStream(Acknowledged, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return (int)(file.Length / (Guid.Empty.ToString("D").Length + 1));
    }

    private static async Task UntilAsync(WorkerProcess worker, Func<bool> holds)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        limit.CancelAfter(Patience);
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!holds())
        {
            if (worker.HasExited) throw new InvalidOperationException("The worker ended by itself; its output tells why.");
            await pulse.WaitForNextTickAsync(limit.Token);
        }
    }
}
