using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging;
using UnifiedPlatform.Host.Residents.Demo;
using UnifiedPlatform.Host.Residents.Divisions;
using UnifiedPlatform.Host.Residents.Import;
using UnifiedPlatform.Host.Residents.Indexing;
using UnifiedPlatform.Host.Residents.Pinyin;
using UnifiedPlatform.Host.Residents.Records;
using UnifiedPlatform.Host.Residents.Register;
using UnifiedPlatform.Host.Residents.Searching;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Runtime.Packages;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Calendar;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Exchange;
using UnifiedPlatform.Sdk.Modules;
using UnifiedPlatform.Sdk.Protection;
using UnifiedPlatform.Sdk.Residents;
using UnifiedPlatform.Sdk.Testing;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Host.Tests.Residents;

/// <summary>The register and its index on a real database, with real keys, and whoever a test lets act.</summary>
internal sealed class RegisterHouse : IAsyncDisposable
{
    public static readonly DateOnly Today = new(2026, 9, 21);

    private readonly TestDatabase? _server;

    private RegisterHouse(ServiceProvider services, string folder, TestDatabase? server) => (Services, Folder, _server) = (services, folder, server);

    public ServiceProvider Services { get; }

    public string Folder { get; }

    public RecordedAudit Audit => Services.GetRequiredService<RecordedAudit>();

    public static async Task<RegisterHouse> CreateAsync(CancellationToken cancellationToken, DatabaseKind kind = DatabaseKind.Sqlite, Func<IServiceProvider, IResidentIndex?>? index = null)
    {
        var folder = Directory.CreateTempSubdirectory("up-residents-").FullName;
        var server = kind == DatabaseKind.PostgreSql ? await TestDatabase.CreateAsync(cancellationToken) : null;
        IModuleDatabase database = server is null ? new SqliteDatabase("residents", Path.Combine(folder, "residents.db")) : new PostgreSqlDatabase("residents", server.ConnectionString, "residents");
        var services = new ServiceCollection();
        services.AddKeyedSingleton("residents", database);
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).AddLogging();
        services.AddSingleton<TimeProvider>(new FixedClock(new DateTimeOffset(2026, 9, 21, 1, 0, 0, TimeSpan.Zero)));
        services.AddSingleton<ITexts>(ResourceTexts.Read(Path.Combine(AppContext.BaseDirectory, "Resources")));
        services.AddSingleton<IWorkCalendar>(provider => new WorkCalendar(provider.GetRequiredService<TimeProvider>(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"), WorkYear.Shipped));
        services.AddSingleton<IBlindIndex, KeyedHashes>().AddSingleton<IFieldProtector>(new TestProtector());
        services.AddSingleton<IRegions>(Regions.Shipped).AddSingleton<RecordedAudit>().AddSingleton<IAuditSink>(p => p.GetRequiredService<RecordedAudit>());
        services.AddAccessDefaults("host");
        services.AddScoped<IAudit>(provider => provider.GetRequiredService<RecordedAudit>());
        services.AddPlatformDatabase<ResidentsDbContext>("residents").AddPolicy<PersonPolicy>();
        services.AddSingleton<PersonSecrets>().AddSingleton(provider => new TagCatalogue(provider.GetRequiredService<ITexts>())).AddSingleton<RegisterReader>();
        services.AddSingleton(PinyinTable.Shipped).AddSingleton<NameReader>().AddSingleton<TypedPinyin>().AddSingleton<TokenGenerator>().AddSingleton<IndexDocuments>().AddSingleton<QueryParser>();
        services.AddSingleton<IResidentIndex>(provider => index?.Invoke(provider) ?? new SqliteResidentIndex(Path.Combine(folder, "resident-index.db"), provider.GetRequiredService<IBlindIndex>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IIndexSource, RegisterSource>().AddSingleton<IndexUpkeep>().AddSingleton<IndexKeeper>();
        services.AddSingleton<IndexFeed>();
        services.AddScoped<RegisterChanges>().AddScoped<AgeBandRenewal>().AddScoped<FactConsumer>();
        services.AddScoped<ResidentCards>().AddScoped<ExactSearch>().AddScoped<ResidentSearch>().AddScoped<ResidentRecords>().AddScoped<Reveals>();
        services.AddScoped<ResidentRows>().AddScoped<ResidentWriter>().AddScoped<ResidentImport>();
        services.AddSingleton<IModuleCapabilities, EveryCapability>().AddScoped<ModuleCaller>().AddScoped<IResidents, ResidentsForModules>().AddScoped<IGrants, ResidentGrants>();

        var house = new RegisterHouse(services.BuildServiceProvider(), folder, server);
        await house.Services.GetRequiredKeyedService<IModuleMigrator>("residents").MigrateAsync(cancellationToken);
        await house.Services.GetRequiredService<IndexKeeper>().LookAsync(cancellationToken);
        return house;
    }

    /// <summary>A scope in which somebody acts.</summary>
    public AsyncServiceScope As(Persona persona)
    {
        var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IActorAccessor>().Become(persona.Actor, persona.Rights);
        return scope;
    }

    public async Task<ImportOutcome> ImportAsync(string csv, CancellationToken cancellationToken, Persona? by = null, bool dryRun = false) =>
        await ImportAsync(new ImportUpload(new Sdk.Imports.CsvFile(System.Text.Encoding.UTF8.GetBytes(csv)), dryRun), cancellationToken, by);

    public async Task<ImportOutcome> ImportAsync(ImportUpload upload, CancellationToken cancellationToken, Persona? by = null)
    {
        await using var scope = As(by ?? Persona.Importer);
        var import = scope.ServiceProvider.GetRequiredService<ResidentImport>();
        var unit = scope.ServiceProvider.GetRequiredKeyedService<IUnitOfWork>("residents");
        await unit.BeginAsync(cancellationToken);
        var outcome = await import.RunAsync(upload, cancellationToken);
        if (outcome.Refusal is null) await unit.CommitAsync(cancellationToken);
        else await unit.RollbackAsync();
        await Services.GetRequiredService<IndexFeed>().SettledAsync(TimeSpan.FromMinutes(2), cancellationToken);
        return outcome;
    }

    public async Task<SearchResidentsResponse> SearchAsync(string query, CancellationToken cancellationToken, Persona? by = null, SearchResidentsFilters? filters = null, int limit = 200)
    {
        var outcome = await TrySearchAsync(new SearchResidentsRequest { Q = query, Filters = filters, Limit = limit }, cancellationToken, by);
        Assert.Null(outcome.Refusal);
        return outcome.Response!;
    }

    public async Task<SearchOutcome> TrySearchAsync(SearchResidentsRequest request, CancellationToken cancellationToken, Persona? by = null)
    {
        await using var scope = As(by ?? Persona.Clerk);
        return await scope.ServiceProvider.GetRequiredService<ResidentSearch>().FindAsync(request, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Services.GetRequiredService<IndexFeed>().SettledAsync(TimeSpan.FromSeconds(30), CancellationToken.None);
        await Services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (_server is not null) await _server.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
