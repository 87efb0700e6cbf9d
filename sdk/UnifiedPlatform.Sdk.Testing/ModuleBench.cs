using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Calendar;
using UnifiedPlatform.Sdk.Counter;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Modules;
using UnifiedPlatform.Sdk.Residents;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Sdk.Web;

namespace UnifiedPlatform.Sdk.Testing;

/// <summary>A module's services on a real database without a host around them: for use cases, handlers and races. Pages and routes are tested on <see cref="TestPlatform"/>.</summary>
public sealed class ModuleBench : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly string _folder;
    private readonly TestDatabase? _server;

    private ModuleBench(ServiceProvider services, string folder, TestDatabase? server) => (_services, _folder, _server) = (services, folder, server);

    /// <summary>The register the module sees.</summary>
    public BenchResidents Residents { get; } = new();

    /// <summary>What the module told the counter.</summary>
    public BenchCounter Counter { get; } = new();

    /// <summary>Today in the business time zone.</summary>
    public static DateOnly Today => new(2026, 11, 22);

    /// <summary>The module's services on an empty, migrated database.</summary>
    /// <param name="module">The module.</param>
    /// <param name="id">Its id.</param>
    /// <param name="folder">Its folder below <c>modules</c>, for texts and schemas.</param>
    /// <param name="kind">Kind of database.</param>
    /// <param name="cancellationToken">Cancellation.</param>
    public static async Task<ModuleBench> OpenAsync(IModule module, string id, string folder, DatabaseKind kind, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(module);
        var data = Directory.CreateTempSubdirectory("up-bench-").FullName;
        var server = kind == DatabaseKind.PostgreSql ? await TestDatabase.CreateAsync(cancellationToken) : null;
        var info = new ModuleInfo(id, "1.0.0", new LocalizedText(id, id), Path.Combine(Checkout.Root, "modules", folder), data);
        var manifest = new ModuleManifest
        {
            Id = id, Version = "1.0.0", Publisher = "test", Title = info.Title, Mark = "测", Hue = "host", Assembly = "none", Requires = new ManifestRequires("", []),
        };
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IModuleDatabase>(_ => server is null ? new SqliteDatabase(id, Path.Combine(data, "app.db")) : new PostgreSqlDatabase(id, server.ConnectionString, "m_" + id.Replace('-', '_')));
        SdkModuleDefaults.Add(services, info, manifest);
        module.ConfigureServices(new Registrations(services, info));

        ModuleBench? bench = null;
        services.AddSingleton<TimeProvider>(new BenchClock());
        services.AddSingleton<IWorkCalendar>(new BenchCalendar());
        services.AddSingleton<IRegions>(Host.Residents.Divisions.Regions.Shipped);
        services.AddSingleton<IShell>(new BenchShell(ResourceTexts.Read(Path.Combine(Checkout.Root, "host", "UnifiedPlatform.Host", "Resources"))));
        services.AddSingleton<IAuditSink>(new BenchAuditSink());
        services.AddScoped<IResidents>(_ => bench!.Residents); // set before the first scope
        services.AddScoped<ICounter>(_ => bench!.Counter); // set before the first scope
        bench = new ModuleBench(services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true }), data, server);
        if (bench._services.GetService<IModuleMigrator>() is { } migrator) await migrator.MigrateAsync(cancellationToken);
        return bench;
    }

    /// <summary>Runs work in a scope and a transaction of its own, as an account that may do everything.</summary>
    /// <param name="work">The work; it finds its services in the scope.</param>
    /// <param name="account">Who acts; null: always the same one.</param>
    /// <param name="cancellationToken">Cancellation.</param>
    public Task<T> RunAsync<T>(Func<IServiceProvider, ValueTask<T>> work, Guid? account = null, CancellationToken cancellationToken = default) =>
        InScopeAsync(services => services.GetRequiredService<IUnitOfWork>().RunAsync(async _ => await work(services), cancellationToken), account);

    /// <summary>The same without a transaction: for work that begins its own.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, ValueTask<T>> work, Guid? account = null)
    {
        ArgumentNullException.ThrowIfNull(work);
        await using var scope = _services.CreateAsyncScope();
        var actor = new Actor(new AccountId(account ?? First), ActorKind.Staff, "tester", "0001", "340822100", null, null);
        scope.ServiceProvider.GetRequiredService<IActorAccessor>().Become(actor, SystemRights.Instance);
        return await work(scope.ServiceProvider);
    }

    /// <summary>The account that acts when none is named.</summary>
    public static Guid First { get; } = new("01900000-0000-7000-8000-000000000001");

    /// <summary>Another account.</summary>
    public static Guid Second { get; } = new("01900000-0000-7000-8000-000000000002");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_server is not null) await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class Registrations(IServiceCollection services, ModuleInfo info) : IModuleServices
    {
        public IServiceCollection Services => services;

        public ModuleInfo Info => info;

        public IConfiguration Configuration { get; } = new ConfigurationBuilder().Build();
    }

    private sealed class BenchClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 22, 6, 0, 0, TimeSpan.Zero);
    }

    private sealed class BenchCalendar : IWorkCalendar
    {
        private static readonly TimeSpan China = TimeSpan.FromHours(8);

        public DateOnly Today => ModuleBench.Today;

        public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(China).DateTime);

        public bool Knows(int year) => year == Today.Year;

        public bool? IsWorkDay(DateOnly day) => Knows(day.Year) ? day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) : null;

        public int? CountWorkDays(DateOnly after, DateOnly until) => Knows(until.Year) ? Enumerable.Range(1, Math.Max(0, until.DayNumber - after.DayNumber)).Count(i => IsWorkDay(after.AddDays(i)) == true) : null;

        public DayResult AddWorkDays(DateOnly start, int workDays) => new(start.AddDays(workDays), null, workDays);
    }

    private sealed class BenchAuditSink : IAuditSink
    {
        public ValueTask AppendAsync(Guid id, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) => default;
    }

    private sealed class BenchShell(ITexts texts) : IShell
    {
        public LocalizedText Town { get; } = new("测试镇", "Test town");

        public bool Demo => false;

        public ShellUser? User => null;

        public string? FindResidents => null;

        public IReadOnlyList<ShellGroup> Navigation => [];

        public ITexts Texts => texts;

        public DateTimeOffset Now => new(2026, 11, 22, 6, 0, 0, TimeSpan.Zero);

        public TimeZoneInfo TimeZone => TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

        public (string Type, string Theme) Preferences => ("normal", "system");

        public IReadOnlyDictionary<string, ShellModule> Modules { get; } = new Dictionary<string, ShellModule>();

        public string Asset(string name) => name;
    }
}
