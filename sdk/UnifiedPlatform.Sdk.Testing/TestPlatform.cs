using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using UnifiedPlatform.Host.Composition;

namespace UnifiedPlatform.Sdk.Testing;

/// <summary>The shipped composition in the test process: real loader, real stores, a free port of loopback, a data directory of its own that is deleted at the end.</summary>
public sealed class TestPlatform : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TestDatabase? _database;
    private readonly bool _ownsFolder;

    private TestPlatform(WebApplication app, string folder, TestDatabase? database, bool ownsFolder)
    {
        (_app, Folder, _database, _ownsFolder) = (app, folder, database, ownsFolder);
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>Address the host listens on.</summary>
    public Uri Address { get; }

    /// <summary>Folder that holds <c>data</c> and <c>keys</c> of this host.</summary>
    public string Folder { get; }

    /// <summary>The data directory.</summary>
    public string Data => Path.Combine(Folder, "data");

    /// <summary>Services of the host, for what no endpoint shows (clock, exchange drain). Prefer the endpoints.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Starts a host and waits until it is ready.</summary>
    /// <param name="options">What differs from the demo with SQLite files; null: nothing.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<TestPlatform> StartAsync(TestPlatformOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new TestPlatformOptions();
        var folder = options.Folder ?? Directory.CreateTempSubdirectory("up-test-").FullName;
        var database = options.PostgreSql ? await TestDatabase.CreateAsync(cancellationToken) : null;
        string[] arguments =
        [
            .. options.Demo ? new[] { "--demo=true", $"--demo-residents={options.Residents}" } : [],
            $"--data={Path.Combine(folder, "data")}", $"--keys={Path.Combine(folder, "keys")}", "--urls=http://127.0.0.1:0", "--metrics-urls=http://127.0.0.1:0",
            $"--modules={options.Modules ?? Path.Combine(Checkout.Root, "modules", ".packed")}",
            .. database is null ? Array.Empty<string>() : [$"--Storage:PostgreSql={database.ConnectionString}"],
            .. options.Arguments,
        ];
        var app = PlatformHost.Build(arguments, options.Configure);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch
        {
            // A host that could not start still holds its data directory.
            await app.DisposeAsync();
            throw;
        }
        var platform = new TestPlatform(app, folder, database, options.Folder is null);
        if (options.WaitUntilReady) await platform.ReadyAsync(options.ReadyWithin, cancellationToken);
        return platform;
    }

    /// <summary>Waits until <c>/health/ready</c> answers 200.</summary>
    public async Task ReadyAsync(TimeSpan within, CancellationToken cancellationToken = default)
    {
        using var client = Anonymous();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(within);
        var last = "";
        try
        {
            while (true)
            {
                using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), limit.Token);
                if (answer.IsSuccessStatusCode) return;
                last = await answer.Content.ReadAsStringAsync(limit.Token);
                await Task.Delay(100, limit.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The host was not ready within {within}: {last}");
        }
    }

    /// <summary>A client without an account. It keeps no cookies and follows no redirects.</summary>
    public HttpClient Anonymous() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(100) };

    /// <summary>A client with the demo API key of that name (<c>demo-credentials.json</c>).</summary>
    public HttpClient ClientFor(string key)
    {
        var entry = Credentials().GetProperty("apiKeys").EnumerateArray().FirstOrDefault(candidate => candidate.GetProperty("name").GetString() == key);
        if (entry.ValueKind != JsonValueKind.Object) throw new InvalidOperationException($"demo-credentials.json has no API key '{key}'.");
        var client = Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", entry.GetProperty("key").GetString());
        return client;
    }

    /// <summary>The password of a demo account.</summary>
    public string PasswordOf(string user) =>
        Credentials().GetProperty("accounts").EnumerateArray().First(account => account.GetProperty("user").GetString() == user).GetProperty("password").GetString()!;

    /// <summary>The demo credentials of this host.</summary>
    public JsonElement Credentials()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Data, "demo-credentials.json")));
        return document.RootElement.Clone();
    }

    /// <summary>Stops the host; folder and database stay until disposal.</summary>
    public async Task StopAsync(CancellationToken cancellationToken = default) => await _app.StopAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
        if (_ownsFolder) Directory.Delete(Folder, recursive: true);
    }
}
