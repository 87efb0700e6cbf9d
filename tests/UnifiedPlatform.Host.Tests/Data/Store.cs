using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Host.Tests.Data;

/// <summary>A migrated database with the services of a host owner, on either kind.</summary>
public sealed class Store : IAsyncDisposable
{
    public const string Owner = "sample";

    private readonly string? _folder;
    private readonly TestDatabase? _server;

    private Store(IModuleDatabase database, string? folder, TestDatabase? server)
    {
        (Database, _folder, _server) = (database, folder, server);
        var services = new ServiceCollection();
        services.AddKeyedSingleton(Owner, database);
        services.AddPlatformDatabase<SampleContext>(Owner);
        services.AddAccessDefaults(Owner);
        Services = services.BuildServiceProvider();
    }

    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.PostgreSql];

    public IModuleDatabase Database { get; }

    public ServiceProvider Services { get; }

    public static async Task<Store> CreateAsync(DatabaseKind kind, CancellationToken cancellationToken)
    {
        Assert.SkipUnless(kind == DatabaseKind.Sqlite || TestDatabase.Available, TestDatabase.SkipReason);
        Store store;
        if (kind == DatabaseKind.Sqlite)
        {
            var folder = Directory.CreateTempSubdirectory("up-store-").FullName;
            store = new Store(new SqliteDatabase(Owner, Path.Combine(folder, "sample.db")), folder, null);
        }
        else
        {
            var server = await TestDatabase.CreateAsync(cancellationToken);
            store = new Store(new PostgreSqlDatabase(Owner, server.ConnectionString, Owner), null, server);
        }
        await store.Services.GetRequiredKeyedService<IModuleMigrator>(Owner).MigrateAsync(cancellationToken);
        return store;
    }

    public async Task<T> InScopeAsync<T>(Func<SampleContext, IUnitOfWork, Task<T>> act)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.ActAsModule(Owner);
        return await act(scope.ServiceProvider.GetRequiredService<SampleContext>(), scope.ServiceProvider.GetRequiredKeyedService<IUnitOfWork>(Owner));
    }

    public async Task<T?> ScalarAsync<T>(string sql, CancellationToken cancellationToken)
    {
        await using var connection = await Database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancellationToken) is { } value and not DBNull ? (T)Convert.ChangeType(value, typeof(T), System.Globalization.CultureInfo.InvariantCulture) : default;
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        (Database as IDisposable)?.Dispose();
        if (_server is not null) await _server.DisposeAsync();
        if (_folder is not null) Directory.Delete(_folder, recursive: true);
    }
}
