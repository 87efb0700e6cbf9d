using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Npgsql;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Host.Tests.Modules;

/// <summary>Two hosts on one PostgreSQL: whoever is asked, both get there, and what is done to the database is done once.</summary>
[Trait("Duration", "Long")]
public sealed class TwoHostsTests : IAsyncLifetime
{
    private const string Module = "/api/admin/modules/volunteering";

    private readonly string _folder = Directory.CreateTempSubdirectory("up-two-").FullName;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Both_hosts_reach_the_wanted_version_and_each_migration_runs_once()
    {
        Assert.SkipUnless(TestDatabase.Available, TestDatabase.SkipReason);
        await using var database = await TestDatabase.CreateAsync(Cancelled);
        var newer = Newer();
        await using var first = await StartAsync("first", database);
        await using var second = await StartAsync("second", database);
        using var here = first.ClientFor("administrator");
        using var there = second.Anonymous();
        there.DefaultRequestHeaders.Authorization = here.DefaultRequestHeaders.Authorization;

        await UploadAsync(here, newer);
        await UntilAsync(here, "1.0.1");
        await UntilAsync(there, "1.0.1");
        await AskAsync(there.PostAsJsonAsync($"{Module}/roll-back", new { reason = "trial" }, Cancelled));
        await UntilAsync(here, "1.0.0");
        await UntilAsync(there, "1.0.0");

        Assert.True(Directory.Exists(Path.Combine(_folder, "second", "data", "packages", "volunteering", "1.0.1")), "The package travels through the database.");
        Assert.Equal(await ActsAsync(here), await ActsAsync(there));
        await using var connection = NpgsqlDataSource.Create(database.ConnectionString);
        Assert.Equal(0L, await AskAsync(connection, """SELECT count(*) FROM (SELECT "MigrationId" FROM m_volunteering."__EFMigrationsHistory" GROUP BY 1 HAVING count(*) > 1) twice"""));
        Assert.Equal(2L, await AskAsync(connection, "SELECT count(*) FROM host.module_operation WHERE module = 'volunteering' AND lower(verb) IN ('upgrade', 'rollback') AND lower(state) = 'succeeded' AND attempts = 1"));
    }

    [Fact]
    public async Task A_module_purged_at_one_host_comes_back_at_the_other()
    {
        Assert.SkipUnless(TestDatabase.Available, TestDatabase.SkipReason);
        await using var database = await TestDatabase.CreateAsync(Cancelled);
        var newer = Newer();
        await using var first = await StartAsync("first", database);
        await using var second = await StartAsync("second", database);
        using var here = first.ClientFor("administrator");
        using var there = second.Anonymous();
        there.DefaultRequestHeaders.Authorization = here.DefaultRequestHeaders.Authorization;
        await UntilAsync(there, "1.0.0");

        await AskAsync(here.DeleteAsync(new Uri($"{Module}?reason=trial", UriKind.Relative), Cancelled));
        await UntilAsync(there, module => module.GetProperty("state").GetString() == "stopped");
        await AskAsync(here.PostAsJsonAsync($"{Module}/purge", new { reason = "trial", confirm = "volunteering" }, Cancelled));
        await UntilAsync(here, _ => true);
        await UploadAsync(there, newer);

        await UntilAsync(there, "1.0.1");
        await UntilAsync(here, "1.0.1");
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static async Task UploadAsync(HttpClient host, string package) =>
        await AskAsync(host.PostAsync(new Uri("/api/admin/modules?reason=trial&grant=*", UriKind.Relative), new ByteArrayContent(await File.ReadAllBytesAsync(package, Cancelled)), Cancelled));

    private static async Task AskAsync(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancelled));
    }

    private static Task UntilAsync(HttpClient host, string version) => UntilAsync(host, module => module.GetProperty("version").GetString() == version && module.GetProperty("state").GetString() == "running");

    // With no act open on the module.
    private static async Task UntilAsync(HttpClient host, Func<JsonElement, bool> fits)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        while (true)
        {
            var module = await host.GetFromJsonAsync<JsonElement>(Module, limit.Token);
            if (fits(module) && module.GetProperty("operations").EnumerateArray().All(act => act.GetProperty("ended").GetBoolean())) return;
            await timer.WaitForNextTickAsync(limit.Token);
        }
    }

    private static async Task<string> ActsAsync(HttpClient host) =>
        string.Join(' ', (await host.GetFromJsonAsync<JsonElement>(Module, Cancelled)).GetProperty("operations").EnumerateArray().Select(act => act.GetProperty("id").GetString()));

    private static async Task<long> AskAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(Cancelled))!; // count gives a row
    }

    private string Newer()
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(Path.Combine(Checkout.Root, ".keys", "module-dev.pem")));
        var packed = ModulePackage.Read(Directory.GetFiles(Path.Combine(Checkout.Root, "modules", ".packed"), "volunteering-*.upm").Single());
        packed.Write(Path.Combine(_folder, "offered"), null, key);
        return packed.Write(Path.Combine(_folder, "newer"), "1.0.1", key).File;
    }

    private Task<TestPlatform> StartAsync(string name, TestDatabase database) => TestPlatform.StartAsync(new TestPlatformOptions
    {
        Folder = Directory.CreateDirectory(Path.Combine(_folder, name)).FullName,
        Modules = Path.Combine(_folder, "offered"),
        Arguments = [$"--keys={Path.Combine(_folder, "keys")}", $"--Storage:PostgreSql={database.ConnectionString}"],
    }, Cancelled);
}
