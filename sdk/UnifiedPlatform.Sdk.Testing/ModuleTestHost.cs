using System.Security.Cryptography;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Sdk.Testing;

/// <summary>One packed module in the real host on a free port of loopback: the real loader, pipeline, database and scheduler's bridge; a clock and users of the test's own.</summary>
/// <remarks>The module's code runs from its package in a load context of its own. Types of the test's reference are other types: look at the module through HTTP,
/// <see cref="Jobs"/>, <see cref="Topics"/> and <see cref="Rows"/>. For services without a host around them there is <see cref="ModuleBench"/>.</remarks>
public sealed class ModuleTestHost : IAsyncDisposable
{
    // The host's largest: a test asks more in a minute than a person.
    private const int PagesPerMinute = 60_000;
    private readonly TestPlatform _platform;
    private readonly ModuleActs _acts;
    private readonly ModulePackage _package;
    private readonly TestUsers _users;
    private readonly ECDsa _key;
    private readonly string _folder;

    private ModuleTestHost(TestPlatform platform, ModuleActs acts, ModulePackage package, TestUsers users, TestClock clock, ECDsa key, string folder)
    {
        (_platform, _acts, _package, _users, Clock, _key, _folder) = (platform, acts, package, users, clock, key, folder);
        Runtime = platform.Services.GetRequiredService<IModuleRuntime>();
        Rows = new ModuleRows(Runtime, Id);
        Jobs = new ModuleJobRunner(Runtime, Id, clock);
        Topics = new ModuleTopics(Runtime, Id, clock, Rows);
    }

    /// <summary>The module's id.</summary>
    public string Id => _package.Contents.Id;

    /// <summary>Address of the module, ending in a slash: <c>http://127.0.0.1:port/m/{id}/</c>.</summary>
    public Uri Address => new(_platform.Address, $"/m/{Id}/");

    /// <summary>The clock of host and module.</summary>
    public TestClock Clock { get; }

    /// <summary>Runs the module's jobs.</summary>
    public ModuleJobRunner Jobs { get; }

    /// <summary>Events in and out.</summary>
    public ModuleTopics Topics { get; }

    /// <summary>The module's tables.</summary>
    public ModuleRows Rows { get; }

    /// <summary>The package the module was installed from.</summary>
    public ModulePackage Package => _package;

    /// <summary>The host's side of the module: state, version, activation.</summary>
    public IModuleRuntime Runtime { get; }

    /// <summary>Somebody who holds every permission the module declares, everywhere.</summary>
    public TestUser Permitted => field ??= TestUser.With([.. _package.Contents.Permissions.Select(permission => permission.Id)]);

    /// <summary>Starts a host, installs the module that the test project references as an administrator does, with what it asks for granted, and waits until it runs.</summary>
    /// <param name="options">Changes the usual options; null: none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidOperationException">The module does not run; the message says why.</exception>
    public static Task<ModuleTestHost> StartAsync<TModule>(Func<ModuleTestOptions, ModuleTestOptions>? options = null, CancellationToken cancellationToken = default) where TModule : IModule =>
        StartAsync(ModulePackage.Of<TModule>(), options, cancellationToken);

    /// <summary>Starts a host with a package.</summary>
    public static async Task<ModuleTestHost> StartAsync(ModulePackage package, Func<ModuleTestOptions, ModuleTestOptions>? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(package);
        var chosen = options is null ? new ModuleTestOptions() : options(new ModuleTestOptions());
        var folder = Directory.CreateTempSubdirectory("up-module-").FullName;
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var trusted = Path.Combine(folder, "test.pub.pem");
        await File.WriteAllTextAsync(trusted, key.ExportSubjectPublicKeyInfoPem(), cancellationToken);
        var installed = package.Write(Path.Combine(folder, "installs"), chosen.Version, key);

        var (users, clock) = (new TestUsers(), new TestClock(chosen.Start));
        var platform = await TestPlatform.StartAsync(new TestPlatformOptions
        {
            Demo = false,
            Folder = folder,
            PostgreSql = chosen.Database == DatabaseKind.PostgreSql,
            Modules = Directory.CreateDirectory(Path.Combine(folder, "offered")).FullName,
            WaitUntilReady = false,
            Arguments = ["--environment=Development", $"--Modules:TrustedKeys={trusted}", $"--Security:PagesPerMinute={PagesPerMinute}", .. chosen.Settings.Select(setting => $"--Modules:{installed.Contents.Id}:{setting.Key}={setting.Value}")],
            Configure = builder => builder.Services.AddSingleton<TimeProvider>(clock).AddSingleton<IStartupFilter>(users),
        }, cancellationToken);
        var host = new ModuleTestHost(platform, new ModuleActs(platform.Services, chosen.Withheld), installed, users, clock, key, folder);
        try
        {
            var report = await host._acts.ServeAsync(installed, cancellationToken);
            return report.Succeeded ? host : throw new InvalidOperationException($"{installed.Contents.Id} {installed.Contents.Version} does not run: {report.Failure}.");
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>A client at the module's address. It follows no redirects and keeps no cookies; answers are JSON problems, since it takes no HTML.</summary>
    /// <param name="user">Who asks; null: nobody.</param>
    public HttpClient ClientFor(TestUser? user)
    {
        var client = _platform.Anonymous();
        client.BaseAddress = Address;
        if (user is not null) client.DefaultRequestHeaders.Add(TestUsers.Header, _users.Add(user));
        return client;
    }

    /// <summary>A browser without script at the module's pages: keeps cookies, posts forms with their hidden fields.</summary>
    public DemoBrowser BrowserFor(TestUser user) => DemoBrowser.As(_platform.Address, TestUsers.Header, _users.Add(user));

    /// <summary>Replaces the running module by the same code under another version, as an upgrade does, and waits until the old version is gone.</summary>
    public Task<SwapReport> UpgradeAsync(string version, CancellationToken cancellationToken = default) =>
        _acts.ServeAsync(_package.Write(Path.Combine(_folder, "upgrades"), version, _key), cancellationToken);

    /// <summary>Replaces the running module by another package, e.g. of an earlier release, signed anew with the key of this host.</summary>
    public Task<SwapReport> ReplaceAsync(ModulePackage package, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(package);
        return _acts.ServeAsync(package.Write(Path.Combine(_folder, "upgrades"), null, _key), cancellationToken);
    }

    /// <summary>Switches the module off and proves its code gone.</summary>
    public Task<UnloadReport> UnloadAsync(CancellationToken cancellationToken = default) => _acts.SwitchOffAsync(Id, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _platform.DisposeAsync();
        _key.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    internal string HeaderOf(TestUser user) => _users.Add(user);
}
