using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Abstractions;
using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Exchange;
using UnifiedPlatform.Host.Jobs;
using UnifiedPlatform.Host.Storage;
using UnifiedPlatform.Host.Tests.Data;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Runtime.Packages;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Exchange;
using UnifiedPlatform.Sdk.Modules;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Host.Tests.Exchange;

/// <summary>Two modules, one publishing and one consuming, on real databases, with the host's pump between them.</summary>
internal sealed partial class Town : IAsyncDisposable, IModuleRuntime
{
    public const string Source = "alpha", Consumer = "beta";

    private readonly string _folder;
    private readonly DataDirectory _directory;

    public HostJobs Jobs { get; } = new([]);

    private readonly Dictionary<string, ServiceProvider> _modules = [];

    private Town(string folder, string? postgreSql)
    {
        _folder = folder;
        var options = new PlatformOptions(_folder, _folder, _folder, false, 0, false, false, "", postgreSql, TimeZoneInfo.Utc);
        _directory = new DataDirectory(options);
        Databases = new Databases(options, _directory, () => throw new NotSupportedException());
        foreach (var id in (string[])[Source, Consumer]) _modules[id] = Module(id).BuildServiceProvider();
        Targets = new Targets(new ServiceCollection().BuildServiceProvider().GetRequiredService<IServiceScopeFactory>(), this);
        Runner = new ArrowRunner(Databases, Targets, Telemetry, TimeProvider.System);
        Pump = new ExchangePump(new ArrowMap(Targets, this, new ServiceCollection().BuildServiceProvider()), Runner, Wake, this, Jobs, TimeProvider.System, NullLogger<ExchangePump>.Instance);
        Status = new ExchangeStatus(Pump, Databases, Targets, Telemetry, TimeProvider.System);
    }

    public event Action<string>? Changed;

    /// <summary>What is left to do after the town is closed.</summary>
    public Func<Task>? Closed { get; private set; }

    public Databases Databases { get; }

    public ExchangeTelemetry Telemetry { get; } = new();

    public ExchangeWake Wake { get; } = new();

    public Targets Targets { get; }

    public ArrowRunner Runner { get; }

    public ExchangePump Pump { get; }

    public IExchangeStatus Status { get; }

    public Cure Cure { get; } = new();

    /// <summary>Modules that are installed and do not run.</summary>
    public HashSet<string> Stopped { get; } = [];

    public static Arrow Latest { get; } = new(Source, CountedTopics.Latest.Name, Consumer);

    public static Arrow Strict { get; } = new(Source, CountedTopics.Strict.Name, Consumer);

    public IReadOnlyList<ModuleStatus> Modules => [.. _modules.Keys.Select(id => Find(id)!)];

    /// <summary>Opens the town in a folder; on PostgreSQL its tables lie in that database.</summary>
    public static async Task<Town> OpenAsync(string folder, string? postgreSql, CancellationToken cancellationToken)
    {
        var town = new Town(folder, postgreSql);
        foreach (var module in town._modules.Values) await module.GetRequiredService<IModuleMigrator>().MigrateAsync(cancellationToken);
        return town;
    }

    public async Task PublishAsync(Topic<Counted> topic, string key, long keyVersion, CancellationToken cancellationToken, bool poison = false, Func<Task>? beforeCommit = null)
    {
        await using var scope = _modules[Source].CreateAsyncScope();
        var unit = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
        await unit.BeginAsync(cancellationToken);
        scope.ServiceProvider.GetRequiredService<IOutbox>().Publish(topic, key, keyVersion, new Counted((int)keyVersion, poison));
        if (beforeCommit is not null) unit.BeforeCommit(async _ => await beforeCommit());
        await unit.CommitAsync(cancellationToken);
    }

    /// <summary>Publishes as a host does whose wake-up is lost on the way.</summary>
    public async Task PublishUnheardAsync(Topic<Counted> topic, string key, long keyVersion, CancellationToken cancellationToken)
    {
        await using var scope = _modules[Source].CreateAsyncScope();
        var unit = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
        await unit.BeginAsync(cancellationToken);
        new Outbox((UnitOfWork)unit, PlatformJson.Create(), () => null, TimeProvider.System, null).Publish(topic, key, keyVersion, new Counted((int)keyVersion, false));
        await unit.CommitAsync(cancellationToken);
    }

    public IServiceProvider Root => _modules[Source];

    public async Task<T?> ScalarAsync<T>(string owner, string sql, CancellationToken cancellationToken)
    {
        await using var connection = await Databases.Of(owner).OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancellationToken) is { } value and not DBNull ? (T)Convert.ChangeType(value, typeof(T), System.Globalization.CultureInfo.InvariantCulture) : default;
    }

    public AsyncServiceScope Scope(string module) => _modules[module].CreateAsyncScope();

    public ModuleStatus? Find(string id) => _modules.ContainsKey(id)
        ? new(id, "1.0.0", Stopped.Contains(id) ? ModuleState.Cold : ModuleState.Running, new LocalizedText(id, id), DateTimeOffset.UnixEpoch, null, 0, 0, 0, Manifest(id))
        : null;

    public LeakBudget Leaks => new(0, 20, 50);

    public IReadOnlyList<ModuleUsage> Usage(string id) => [];

    public async ValueTask<T> UseAsync<T>(string id, ModuleWork work, Func<IServiceProvider, CancellationToken, ValueTask<T>> call, CancellationToken cancellationToken)
    {
        await using var scope = _modules[id].CreateAsyncScope();
        return await call(scope.ServiceProvider, cancellationToken);
    }

    public ValueTask<ModuleFragment> FragmentAsync(string id, string path, HttpContext context, TimeSpan timeout) => throw new NotSupportedException();

    public ValueTask<ModuleFragment> ApiDocumentAsync(string id, HttpContext context, TimeSpan timeout) => throw new NotSupportedException();

    public void Announce(InstalledPackage package) => throw new NotSupportedException();

    public void Refuse(string id, string version, ModuleManifest? manifest, ModuleFailure failure) => throw new NotSupportedException();

    public void Disable(InstalledPackage package) => throw new NotSupportedException();

    public Task<SwapReport> ActivateAsync(InstalledPackage package, SwapPolicy policy, IProgress<ModuleStep>? progress, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<UnloadReport> DeactivateAsync(string id, StopReason reason, IProgress<ModuleStep>? progress, CancellationToken cancellationToken) => throw new NotSupportedException();

    public bool Release(string id) => throw new NotSupportedException();

    public void Forget(string id) => throw new NotSupportedException();

    public async ValueTask DisposeAsync()
    {
        Changed?.Invoke("");
        await Pump.StopAsync(CancellationToken.None);
        Pump.Dispose();
        Telemetry.Dispose();
        foreach (var module in _modules.Values) await module.DisposeAsync();
        Databases.Dispose();
        _directory.Dispose();
        if (Closed is not null) await Closed();
    }

    private ServiceCollection Module(string id)
    {
        var services = new ServiceCollection();
        var info = new ModuleInfo(id, "1.0.0", new LocalizedText(id, id), _folder, _folder);
        SdkModuleDefaults.Add(services, info, Manifest(id));
        services.TryAddScoped<IActorAccessor, ActorAccessor>();
        services.AddSingleton(Databases.Of(id));
        services.AddSingleton<IExchangeWake>(Wake);
        services.AddSingleton(Cure);
        new Services(services, info).AddDatabase<SampleContext>();
        return services;
    }

    private static ModuleManifest Manifest(string id) => new()
    {
        Id = id,
        Version = "1.0.0",
        Publisher = "test",
        Title = new LocalizedText(id, id),
        Mark = "测",
        Hue = "host",
        Assembly = id + ".dll",
        Requires = new ManifestRequires(">=1.0.0", []),
    };

    private sealed record Services(IServiceCollection Collection, ModuleInfo Info) : IModuleServices
    {
        IServiceCollection IModuleServices.Services => Collection;

        public IConfiguration Configuration { get; } = new ConfigurationBuilder().Build();
    }
}
