using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Jobs;
using UnifiedPlatform.Host.Residents.Divisions;
using UnifiedPlatform.Host.Residents.Import;
using UnifiedPlatform.Host.Residents.Indexing;
using UnifiedPlatform.Host.Residents.Indexing.Server;
using UnifiedPlatform.Host.Residents.Pages;
using UnifiedPlatform.Host.Residents.Pinyin;
using UnifiedPlatform.Host.Residents.Records;
using UnifiedPlatform.Host.Residents.Register;
using UnifiedPlatform.Host.Residents.Searching;
using UnifiedPlatform.Host.Shell;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Exchange;
using UnifiedPlatform.Sdk.Imports;
using UnifiedPlatform.Sdk.Jobs;
using UnifiedPlatform.Sdk.Protection;
using UnifiedPlatform.Sdk.Residents;

namespace UnifiedPlatform.Host.Residents;

/// <summary>The shared register of residents, its search index, and the divisions they live in.</summary>
internal static class ResidentsRoom
{
    public static void AddResidents(this WebApplicationBuilder builder, PlatformOptions options)
    {
        var services = builder.Services;
        services.AddSingleton<IRegions>(Regions.Shipped).ExportToModules<IRegions>();
        AddRegister(services);
        AddIndex(services, options, builder.Configuration);
        services.AddScoped<ResidentCards>().AddScoped<ExactSearch>().AddScoped<ResidentSearch>().AddScoped<ResidentRecords>().AddScoped<Reveals>();
        services.AddScoped<ResidentRows>().AddScoped<ResidentWriter>().AddScoped<ResidentImport>();
        services.AddScoped<IResidents, ResidentsForModules>().ExportToModules<IResidents>();
        services.AddScoped<ResidentGrants>().AddScoped<IGrants>(provider => provider.GetRequiredService<ResidentGrants>()).ExportToModules<IGrants>();
        AddPages(services);
    }

    public static void MapResidents(this WebApplication app)
    {
        ResidentsApi.Map(app);
        ResidentForms.Map(app);
        IndexAdministration.Map(app);
    }

    private static void AddRegister(IServiceCollection services)
    {
        services.AddPlatformDatabase<ResidentsDbContext>("residents");
        services.AddPolicy<PersonPolicy>();
        services.AddSingleton<PersonSecrets>().AddSingleton<TagCatalogue>().AddSingleton<RegisterReader>();
        services.AddScoped<RegisterChanges>().AddScoped<AgeBandRenewal>();
        services.AddHostJob(new HostJob("resident-age-bands", "0 10 0 * * ?", Misfire.FireAndProceed, async (provider, _, cancellationToken) =>
            await provider.GetRequiredService<AgeBandRenewal>().RunAsync(cancellationToken)));
        services.AddPlatformConsumer<FactConsumer>("residents");
        // Its cursor lies in the host's own database: an owner does not read its own topics.
        services.AddPlatformConsumer<IndexConsumer>("host");
    }

    private static void AddPages(IServiceCollection services)
    {
        services.AddSingleton<SearchHandles>().AddSingleton<RecentResidents>().AddSingleton<ImportStage>().AddSingleton<ResidentWords>();
        services.AddScoped<CounterAside>().AddScoped<ModuleCards>();
        services.AddSingleton(new HostEntry("/residents", Keys.ResidentsSearchTitle, "window", 10, ResidentPermissions.View));
        services.AddScoped<IndexReports>().AddScoped<IndexActs>();
        services.AddSingleton(new HostEntry("/admin/resident-index", Keys.IndexTitle, "running", 35, IndexAdministration.View));
        services.AddSingleton(new HostEntry("/residents/import", Keys.ResidentsImportTitle, "records", 90, ResidentPermissions.Import));
    }

    private static void AddIndex(IServiceCollection services, PlatformOptions options, IConfiguration settings)
    {
        services.AddSingleton(PinyinTable.Shipped).AddSingleton<NameReader>().AddSingleton<TypedPinyin>().AddSingleton<TokenGenerator>().AddSingleton<IndexDocuments>().AddSingleton<QueryParser>();
        if (SearchServerSettings.Read(settings) is { } server)
        {
            services.AddSingleton(server).AddSingleton<SearchTransport>().AddSingleton<IResidentIndex, ServerResidentIndex>();
        }
        else
        {
            services.AddSingleton<IResidentIndex>(provider =>
                new SqliteResidentIndex(options.InData("resident-index.db"), provider.GetRequiredService<IBlindIndex>(), provider.GetRequiredService<TimeProvider>()));
            if (options.PostgreSql is not null) services.AddHostedService<IndexFollower>();
        }
        services.AddSingleton<IIndexSource, RegisterSource>().AddSingleton<IndexFeed>().AddSingleton<IndexUpkeep>().AddSingleton<IndexKeeper>();
        services.AddHostedService(provider => provider.GetRequiredService<IndexKeeper>());
        services.AddHostJob(new HostJob("resident-index-compare", "0 40 2 * * ?", Misfire.FireAndProceed, async (provider, _, cancellationToken) =>
        {
            await provider.GetRequiredService<IndexUpkeep>().CompareAsync(cancellationToken);
            await provider.GetRequiredService<IResidentIndex>().ForgetPreviousAsync(IndexUpkeep.WayBack, cancellationToken);
        }));
    }
}
