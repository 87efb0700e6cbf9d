using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace UnifiedPlatform.Sdk.Data;

/// <summary>EF's own services. A generation of a module has its own, so that no cache of the process keeps a retired module; the host's contexts share one set, since each set is compiled anew.</summary>
internal sealed class EntityServices : IDisposable
{
    private readonly ServiceProvider _provider;

    public EntityServices(DatabaseKind kind, ILoggerFactory? loggers, bool withoutMigrations = false)
    {
        var services = new ServiceCollection();
        if (withoutMigrations) services.AddScoped<IMigrationsAssembly, NoMigrations>();
        else services.AddScoped<IMigrationsAssembly, MigrationsByFolder>();
        if (loggers is not null) services.AddSingleton(loggers);
        if (kind == DatabaseKind.Sqlite) services.AddEntityFrameworkSqlite();
        else services.AddEntityFrameworkNpgsql();
        _provider = services.BuildServiceProvider();
    }

    public IServiceProvider Provider => _provider;

    public void Dispose() => _provider.Dispose();
}
