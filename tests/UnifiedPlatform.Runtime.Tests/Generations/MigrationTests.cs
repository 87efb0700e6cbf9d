using UnifiedPlatform.Runtime.Tests.Support;

namespace UnifiedPlatform.Runtime.Tests.Generations;

/// <summary>A module's data when its version changes. Version 1 writes "one"; version 2 migrates it to "two".</summary>
public sealed class MigrationTests
{
    private const string Migrator = """
        public sealed class Steps(UnifiedPlatform.Sdk.Data.IModuleDatabase database, ModuleInfo info) : UnifiedPlatform.Sdk.Data.IModuleMigrator
        {
            public static string Word(string version) => version == "1.0.0" ? "one" : "two";
            public async ValueTask<IReadOnlyList<string>> PendingAsync(CancellationToken left)
            {
                var here = await AskAsync("CREATE TABLE IF NOT EXISTS state (word TEXT); SELECT word FROM state", left) as string;
                if (here == "two" && info.Version == "1.0.0") throw new UnifiedPlatform.Sdk.Data.DatabaseNewerException(info.Id, "two");
                return here == Word(info.Version) ? [] : [Word(info.Version)];
            }
            public async ValueTask MigrateAsync(CancellationToken left)
            {
                if ((await PendingAsync(left)).Count == 0) return;
                await AskAsync($"DELETE FROM state; INSERT INTO state VALUES ('{Word(info.Version)}')", left);
                FAIL
            }
            private async Task<object?> AskAsync(string sql, CancellationToken left)
            {
                await using var connection = await database.OpenAsync(left);
                await using var command = connection.CreateCommand();
                command.CommandText = sql;
                return await command.ExecuteScalarAsync(left);
            }
        }
        """;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_database_is_copied_before_it_is_migrated_and_the_newest_copies_stay()
    {
        await using var host = await RuntimeHost.StartAsync(Databases.Add, options => options with { KeptBackups = 2 });
        var first = await host.ActivateAsync("sample", "1.0.0", Source());

        var second = await host.ActivateAsync("sample", "2.0.0", Source());
        var third = await host.ActivateAsync("sample", "2.0.1", Source());

        Assert.Equal((true, true, true), (first.Succeeded, second.Succeeded, third.Succeeded));
        Assert.Null(third.Backup);
        Assert.EndsWith("-before-2.0.0.db", second.Backup, StringComparison.Ordinal);
        Assert.Equal("one", await Databases.TextAsync(Path.Combine(Backups(host), second.Backup!), "SELECT word FROM state"));
        Assert.Equal("two", await Databases.TextAsync(Live(host), "SELECT word FROM state"));
        Assert.DoesNotContain(Directory.GetFiles(Backups(host)), file => file.EndsWith(".part", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_migration_that_fails_leaves_the_old_version_serving()
    {
        await using var host = await RuntimeHost.StartAsync(Databases.Add);
        await host.ActivateAsync("sample", "1.0.0", Source());

        var report = await host.ActivateAsync("sample", "2.0.0", Source(fail: "throw new FormatException();"));

        Assert.Equal(("migration", "System.FormatException"), (report.Failure?.Code, report.Failure?.Arguments[0]));
        Assert.Equal("1.0.0", await host.GetAsync("/m/sample/api/version"));
    }

    [Fact]
    public async Task Maintenance_that_fails_after_its_migration_puts_the_data_back()
    {
        await using var host = await RuntimeHost.StartAsync(Databases.Add);
        await host.ActivateAsync("sample", "1.0.0", Source());

        var report = await host.ActivateAsync("sample", "2.0.0", Source(module: ", Reload = ModuleReload.Maintenance", rest: "public ValueTask StartAsync(IModuleContext context, CancellationToken left) => throw new FormatException();"));

        Assert.Equal(("threw", ModuleState.Running, "1.0.0"), (report.Failure?.Code, report.Status.State, report.Status.Version));
        Assert.Equal("one", await Databases.TextAsync(Live(host), "SELECT word FROM state"));
        Assert.Equal("1.0.0", await host.GetAsync("/m/sample/api/version"));
    }

    [Fact]
    public async Task An_older_version_runs_on_newer_data_only_when_its_floor_allows_it()
    {
        await using var host = await RuntimeHost.StartAsync(Databases.Add);
        var first = await host.InstallAsync("sample", "1.0.0", Source());
        await host.ActivateAsync("sample", "2.0.0", Source());

        var refused = await host.Runtime.ActivateAsync(first, SwapPolicy.Default, null, Cancelled);
        var allowed = await host.Runtime.ActivateAsync(first, SwapPolicy.Default with { AcceptsNewerData = true }, null, Cancelled);

        Assert.Equal(("database-newer", "2.0.0"), (refused.Failure?.Code, refused.Status.Version));
        Assert.Equal((true, "1.0.0"), (allowed.Succeeded, allowed.Status.Version));
    }

    private static string Source(string fail = "", string rest = "", string module = "") =>
        Sources.Sample("sample", configure: "module.Services.AddSingleton<UnifiedPlatform.Sdk.Data.IModuleMigrator, Steps>();", rest: rest + Migrator.Replace("FAIL", fail, StringComparison.Ordinal), assembly: """[assembly: Capability("db")]""", module: module);

    private static string Live(RuntimeHost host) => Path.Combine(host.Data, "modules", "sample", "app.db");

    private static string Backups(RuntimeHost host) => Path.Combine(host.Data, "modules", "sample", "backups");
}
