using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Faults.Tests;

/// <summary>kill -9 of the shipped host while clerks accept cases and social workers get their parts.</summary>
[Trait("Duration", "Long")]
public sealed class HostKillTests : IAsyncLifetime
{
    private const int Clerks = 4;
    private const string Requested = "one-window.part-requested";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private readonly string _folder = Directory.CreateTempSubdirectory("up-hostkill-").FullName;
    private readonly Acceptances _acceptances = new();
    private TestDatabase? _server;

    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.PostgreSql];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static int Rounds => int.TryParse(Environment.GetEnvironmentVariable("UNIFIED_KILL_ROUNDS"), CultureInfo.InvariantCulture, out var rounds) ? rounds : 10;

    private string Data => Path.Combine(_folder, "data");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_acknowledged_case_is_found_and_asked_of_its_module_once(DatabaseKind kind)
    {
        Assert.SkipUnless(kind == DatabaseKind.Sqlite || TestDatabase.Available, TestDatabase.SkipReason);
        if (kind == DatabaseKind.PostgreSql) _server = await TestDatabase.CreateAsync(Cancelled);
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var chance = new Random(seed);

        for (var round = 0; round < Rounds; round++)
        {
            await using var host = await StartAsync();
            var resident = await ResidentAsync(host);
            var enough = _acceptances.Numbers.Count + chance.Next(3, 40);
            var dead = false;
            var clerks = Enumerable.Range(0, Clerks).Select(_ => _acceptances.WorkAsync(host.Address, Key("clerk"), resident, () => dead, Cancelled)).ToList();
            await UntilAsync(() => Task.FromResult(_acceptances.Numbers.Count >= enough));
            await host.KillAsync();
            dead = true;
            try
            {
                await Task.WhenAll(clerks);
            }
            catch (Exception)
            {
                foreach (var line in host.Lines) TestContext.Current.TestOutputHelper?.WriteLine(line);
                throw;
            }
        }

        await using var last = await StartAsync();
        await _acceptances.WorkAsync(last.Address, Key("clerk"), await ResidentAsync(last), () => _acceptances.Settled, Cancelled);
        await DrainedAsync(last);
        await CheckAsync(last);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<HostProcess> StartAsync()
    {
        string[] arguments =
        [
            "--demo=true", "--demo-residents=30", $"--data={Data}", $"--keys={Path.Combine(_folder, "keys")}", $"--modules={Path.Combine(Checkout.Root, "modules", ".packed")}",
            .. _server is null ? Array.Empty<string>() : [$"--Storage:PostgreSql={_server.ConnectionString}"],
        ];
        var host = await HostProcess.StartAsync(arguments, Build.Configuration, Cancelled);
        await host.ReadyAsync(Cancelled).WaitAsync(Patience, Cancelled);
        return host;
    }

    private async Task<Guid> ResidentAsync(HostProcess host)
    {
        using var clerk = Client(host, "clerk");
        using var found = await clerk.PostAsJsonAsync(new Uri("/api/residents/search", UriKind.Relative), new { q = "王秀兰" }, Cancelled);
        return (await found.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("items")[0].GetProperty("id").GetGuid();
    }

    private async Task DrainedAsync(HostProcess host)
    {
        using var administrator = Client(host, "administrator");
        await UntilAsync(async () =>
        {
            var arrows = await administrator.GetFromJsonAsync<JsonElement>(new Uri("/api/admin/exchange", UriKind.Relative), Cancelled);
            return arrows.EnumerateArray().All(arrow => arrow.GetProperty("backlog").GetInt64() == 0);
        });
    }

    private async Task CheckAsync(HostProcess host)
    {
        var numbers = _acceptances.Numbers.Values.ToList();
        Assert.Equal(numbers.Count, numbers.Distinct(StringComparer.Ordinal).Count());
        using var clerk = Client(host, "clerk");
        foreach (var number in numbers)
        {
            using var found = await clerk.GetAsync(new Uri($"/m/one-window/api/cases/{number}", UriKind.Relative), Cancelled);
            Assert.Equal(HttpStatusCode.OK, found.StatusCode);
        }
        Assert.Equal(numbers.Count, await CountAsync("one-window", "SELECT count(*) FROM case_file"));
        Assert.Equal(numbers.Count, await CountAsync("social-linkage", "SELECT count(*) FROM assessment_tasks"));
        Assert.Equal(numbers.Count, await CountAsync("social-linkage", "SELECT count(DISTINCT case_number) FROM assessment_tasks"));
        var published = await CountAsync("one-window", $"SELECT count(*) FROM outbox WHERE topic = '{Requested}'");
        foreach (var consumer in (string[])["social-linkage", "party-building", "volunteering"])
            Assert.Equal(published, await CountAsync(consumer, $"SELECT count(*) FROM inbox WHERE topic = '{Requested}' AND outcome = 'applied'"));
    }

    private async Task<int> CountAsync(string module, string sql)
    {
        IModuleDatabase database = _server is null
            ? new SqliteDatabase(module, Path.Combine(Data, "modules", module, "app.db"))
            : new PostgreSqlDatabase(module, _server.ConnectionString, "m_" + module.Replace('-', '_'));
        using var owned = (IDisposable)database;
        await using var connection = await database.OpenAsync(Cancelled);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt32(await command.ExecuteScalarAsync(Cancelled), CultureInfo.InvariantCulture);
    }

    private HttpClient Client(HostProcess host, string key)
    {
        var client = new HttpClient { BaseAddress = host.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key(key));
        return client;
    }

    private string Key(string name)
    {
        using var credentials = JsonDocument.Parse(File.ReadAllText(Path.Combine(Data, "demo-credentials.json")));
        return credentials.RootElement.GetProperty("apiKeys").EnumerateArray().First(key => key.GetProperty("name").GetString() == name).GetProperty("key").GetString()!;
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        limit.CancelAfter(Patience);
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!await holds()) await pulse.WaitForNextTickAsync(limit.Token);
    }
}
