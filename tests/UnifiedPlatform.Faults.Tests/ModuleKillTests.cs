using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Npgsql;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Faults.Tests;

/// <summary>The host dies at each step of each act on a module. When it comes back, the act is done or undone, and the module and its data are whole. <c>UNIFIED_KILL_STEPS=all</c> tries each step of an activation; else those whose recovery differs.</summary>
[Trait("Duration", "Long")]
public sealed class ModuleKillTests : IAsyncLifetime
{
    private const string Modules = "/api/admin/modules", Module = Modules + "/volunteering", People = "/m/volunteering/api/volunteers?limit=5";
    private static readonly string[] EachStep = ["Verify", "Configure", "Backup", "Migrate", "Start", "Warm", "Swap", "Commit", "Drain", "Stop", "Unload", "Prove"];

    // Nothing done; the version runs and nobody has written it down; all of it written down and the old version leaving.
    private static readonly string[] Steps = ["Migrate", "Commit", "Prove"];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly string _folder = Directory.CreateTempSubdirectory("up-modulekill-").FullName;
    private TestDatabase? _server;
    private HostProcess? _host;

    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.PostgreSql];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(_folder, "data");

    private string Store => Path.Combine(Data, "packages");

    private HostProcess Host => _host ?? throw new InvalidOperationException("No host runs.");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Whatever_step_the_host_dies_at_the_act_is_done_or_undone(DatabaseKind kind)
    {
        Assert.SkipUnless(Build.Configuration == "Debug", "Only builds for development know the file stop-at.");
        Assert.SkipUnless(kind == DatabaseKind.Sqlite || TestDatabase.Available, TestDatabase.SkipReason);
        if (kind == DatabaseKind.PostgreSql) _server = await TestDatabase.CreateAsync(Cancelled);
        var packages = Offer();
        await StartAsync();
        Assert.Equal("succeeded", await EndOfAsync(await PostAsync(Upload(packages[1], activate: false))));
        await SettledAsync();
        var people = await PeopleAsync();

        var to = "1.0.0";
        foreach (var step in Environment.GetEnvironmentVariable("UNIFIED_KILL_STEPS") == "all" ? EachStep : Steps)
        {
            to = to == "1.0.0" ? "1.0.1" : "1.0.0";
            await DieAsync(step, Act(HttpMethod.Post, $"{Module}/activate", new { reason = step, version = to }));
            await RestartAsync();
            Assert.Equal((step, to, "running", "succeeded"), (step, await VersionAsync(), await TextAsync("state"), await LastAsync("state")));
            Assert.Equal(people, await PeopleAsync());
        }

        // A package that had not reached its place is not installed. One that had is; where other hosts take it out of the database, only if it lies there.
        var installed = Path.Combine(Store, "volunteering", "1.0.2");
        await DieAsync("Keep", Upload(packages[2], activate: false));
        await RestartAsync();
        Assert.Equal(("failed", "interrupted", false), (await LastAsync("state"), await LastAsync("failureCode"), Directory.Exists(installed)));
        Assert.False(Directory.Exists(Path.Combine(Store, ".staging")) && Directory.EnumerateFileSystemEntries(Path.Combine(Store, ".staging")).Any());
        await DieAsync("Kept", Upload(packages[2], activate: false));
        await RestartAsync();
        Assert.Equal(_server is null ? ("succeeded", true) : ("failed", false), (await LastAsync("state"), Directory.Exists(installed)));

        // What is taken out is out, whether its files were still there or not; its data stay until they are purged.
        foreach (var step in (string[])["Remove", "Removed"])
        {
            await InstallAsync(packages[2]);
            Assert.Equal(people, await PeopleAsync());
            await DieAsync(step, Remove());
            await RestartAsync();
            Assert.Equal((step, "succeeded", false, true), (step, await LastAsync("state"), Directory.Exists(Path.Combine(Store, "volunteering")), await HasDataAsync()));
        }
        foreach (var step in (string[])["Purge", "Purged"])
        {
            await DieAsync(step, Act(HttpMethod.Post, $"{Module}/purge", new { reason = step, confirm = "volunteering" }));
            await RestartAsync();
            Assert.Equal((step, "succeeded", false), (step, await LastAsync("state"), await HasDataAsync()));
            await InstallAsync(packages[2]);
            Assert.Empty((await ReadAsync(People, "volunteer-organiser")).GetProperty("items").EnumerateArray());
            Assert.Equal("succeeded", await EndOfAsync(await PostAsync(Remove())));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
        if (_server is not null) await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    // The first is offered to the host, the others are installed by hand.
    private string[] Offer()
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(Path.Combine(Checkout.Root, ".keys", "module-dev.pem")));
        var packed = ModulePackage.Read(Directory.GetFiles(Path.Combine(Checkout.Root, "modules", ".packed"), "volunteering-*.upm").Single());
        return [.. new[] { "1.0.0", "1.0.1", "1.0.2" }.Select(version => packed.Write(Path.Combine(_folder, version == "1.0.0" ? "offered" : "others"), version, key).File)];
    }

    private async Task StartAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
        string[] arguments =
        [
            "--demo=true", "--demo-residents=20", $"--data={Data}", $"--keys={Path.Combine(_folder, "keys")}", $"--modules={Path.Combine(_folder, "offered")}",
            .. _server is null ? Array.Empty<string>() : [$"--Storage:PostgreSql={_server.ConnectionString}"],
        ];
        _host = await HostProcess.StartAsync(arguments, Build.Configuration, Cancelled);
    }

    private async Task RestartAsync()
    {
        await StartAsync();
        await SettledAsync();
    }

    private async Task InstallAsync(string package)
    {
        await PostAsync(Upload(package, activate: true));
        await SettledAsync();
        Assert.Equal(("1.0.2", "running"), (await VersionAsync(), await TextAsync("state")));
    }

    private async Task DieAsync(string step, HttpRequestMessage act)
    {
        await File.WriteAllTextAsync(Path.Combine(Data, "stop-at"), step, Cancelled);
        try
        {
            using var answer = await SendAsync(act);
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancelled));
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{step}: the host died before it answered.");
        }
        await Host.DeadAsync(Cancelled).WaitAsync(Patience, Cancelled);
    }

    private async Task SettledAsync() => await UntilAsync(async () => (await OperationsAsync()).All(operation => operation.GetProperty("ended").GetBoolean()) && await IsReadyAsync());

    private async Task<bool> IsReadyAsync()
    {
        using var answer = await SendAsync(new HttpRequestMessage(HttpMethod.Get, "/health/ready"));
        return answer.StatusCode == HttpStatusCode.OK;
    }

    private async Task<JsonElement[]> OperationsAsync() => [.. (await ModuleAsync()).GetProperty("operations").EnumerateArray()];

    private async Task<string> LastAsync(string member) => (await OperationsAsync())[0].GetProperty(member).GetString() ?? "";

    private async Task<string> TextAsync(string member) => (await ModuleAsync()).GetProperty(member).GetString() ?? "";

    private Task<string> VersionAsync() => TextAsync("version");

    private Task<JsonElement> ModuleAsync() => ReadAsync(Module);

    private async Task<string> PeopleAsync() => (await ReadAsync(People, "volunteer-organiser")).GetRawText();

    private async Task<JsonElement> ReadAsync(string path, string key = "administrator")
    {
        using var answer = await SendAsync(new HttpRequestMessage(HttpMethod.Get, path), key);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path} answered {(int)answer.StatusCode}.");
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
    }

    private async Task<bool> HasDataAsync()
    {
        if (_server is null) return File.Exists(Path.Combine(Data, "modules", "volunteering", "app.db"));
        await using var connection = new NpgsqlConnection(_server.ConnectionString);
        await connection.OpenAsync(Cancelled);
        await using var command = new NpgsqlCommand("SELECT count(*) FROM pg_namespace WHERE nspname = 'm_volunteering'", connection);
        return (long)(await command.ExecuteScalarAsync(Cancelled))! > 0; // count gives a row
    }

    private async Task<Uri> PostAsync(HttpRequestMessage act)
    {
        using var answer = await SendAsync(act);
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync(Cancelled));
        return answer.Headers.Location!; // 202 names the operation
    }

    private async Task<string?> EndOfAsync(Uri operation)
    {
        string? state = null;
        await UntilAsync(async () =>
        {
            using var answer = await SendAsync(new HttpRequestMessage(HttpMethod.Get, operation));
            var found = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
            state = found.GetProperty("state").GetString();
            return found.GetProperty("ended").GetBoolean();
        });
        return state;
    }

    private static HttpRequestMessage Upload(string package, bool activate) => new(HttpMethod.Post, $"{Modules}?reason=upload&grant=*&activate={(activate ? "true" : "false")}") { Content = new ByteArrayContent(File.ReadAllBytes(package)) };

    private static HttpRequestMessage Remove() => Act(HttpMethod.Delete, $"{Module}?reason=trial", null);

    private static HttpRequestMessage Act(HttpMethod method, string path, object? body) => new(method, path) { Content = body is null ? null : JsonContent.Create(body) };

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string key = "administrator")
    {
        using var client = new HttpClient { BaseAddress = Host.Address };
        using (request)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Key(key));
            return await client.SendAsync(request, Cancelled);
        }
    }

    private string Key(string name)
    {
        using var credentials = JsonDocument.Parse(File.ReadAllText(Path.Combine(Data, "demo-credentials.json")));
        return credentials.RootElement.GetProperty("apiKeys").EnumerateArray().First(entry => entry.GetProperty("name").GetString() == name).GetProperty("key").GetString()!; // every demo has it
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var until = DateTime.UtcNow + Patience;
        while (!await holds())
        {
            Assert.True(DateTime.UtcNow < until, string.Create(CultureInfo.InvariantCulture, $"It did not come about within {Patience}."));
            await timer.WaitForNextTickAsync(Cancelled);
        }
    }
}
