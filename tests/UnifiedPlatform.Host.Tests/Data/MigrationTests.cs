using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Host.Tests.Data;

public sealed class MigrationTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void Both_folders_reach_the_same_model() => MigrationCheck.SameModel<SampleContext>();

    [Fact]
    public async Task Sqlite_runs_from_empty() => await MigrationCheck.RunsOnSqliteAsync<SampleContext>(Cancelled);

    [Fact]
    public async Task PostgreSql_runs_from_empty()
    {
        Assert.SkipUnless(TestDatabase.Available, TestDatabase.SkipReason);
        await MigrationCheck.RunsOnPostgreSqlAsync<SampleContext>(Cancelled);
    }

    [Theory]
    [MemberData(nameof(Store.Kinds), MemberType = typeof(Store))]
    public async Task A_database_of_a_newer_version_is_refused_and_left_alone(DatabaseKind kind)
    {
        await using var store = await Store.CreateAsync(kind, Cancelled);
        await store.ScalarAsync<int>("""INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('20990101000000_Later', '99')""", Cancelled);

        var refusal = await Assert.ThrowsAsync<DatabaseNewerException>(async () => await Migrator(store).MigrateAsync(Cancelled));

        Assert.Contains("20990101000000_Later", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lock_row_left_by_a_killed_migration_does_not_hang_the_next_start()
    {
        await using var store = await Store.CreateAsync(DatabaseKind.Sqlite, Cancelled);
        await store.ScalarAsync<int>("""CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL)""", Cancelled);
        await store.ScalarAsync<int>("""INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01')""", Cancelled);
        await store.ScalarAsync<int>("""DELETE FROM "__EFMigrationsHistory" """, Cancelled);
        foreach (var table in await TablesAsync(store)) await store.ScalarAsync<int>($"DROP TABLE \"{table}\"", Cancelled);

        await Migrator(store).MigrateAsync(Cancelled).AsTask().WaitAsync(TimeSpan.FromSeconds(60), Cancelled);

        Assert.Empty(await Migrator(store).PendingAsync(Cancelled));
    }

    private static IModuleMigrator Migrator(Store store) => store.Services.GetRequiredKeyedService<IModuleMigrator>(Store.Owner);

    private static async Task<List<string>> TablesAsync(Store store)
    {
        await using var connection = await store.Database.OpenAsync(Cancelled);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\'";
        await using var rows = await command.ExecuteReaderAsync(Cancelled);
        var names = new List<string>();
        while (await rows.ReadAsync(Cancelled)) names.Add(rows.GetString(0));
        return [.. names.OrderBy(name => name == "samples")];
    }
}
