using System.Data.Common;
using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Host.Storage;

/// <summary>Takes the data directory and brings the host's own tables up to date, before any other room starts.</summary>
internal sealed class StorageStart(DataDirectory directory, Databases databases, PlatformOptions options, IServiceProvider services) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        directory.Claim();
        foreach (var owner in Databases.HostOwners)
            foreach (var migrator in services.GetKeyedServices<IModuleMigrator>(owner)) await MigrateAsync(migrator, owner, cancellationToken);
        await MustMakeRolesAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Told at once and not when the first module wants its connection.
    private async Task MustMakeRolesAsync(CancellationToken cancellationToken)
    {
        if (options.PostgreSql is null) return;
        await using var connection = await databases.Of(Databases.Host).OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user";
        if (await command.ExecuteScalarAsync(cancellationToken) is not true)
            throw new StartupFailure("The user of Storage:PostgreSql may not create roles, and every module connects as a role of its own. Let an administrator of the database run ALTER ROLE \"that user\" CREATEROLE.");
    }

    private async Task MigrateAsync(IModuleMigrator migrator, string owner, CancellationToken cancellationToken)
    {
        try
        {
            await migrator.MigrateAsync(cancellationToken);
        }
        catch (DatabaseNewerException newer)
        {
            throw new StartupFailure(newer.Message);
        }
        catch (DbException failure)
        {
            var place = options.PostgreSql is null ? options.Data : "the PostgreSQL database of Storage:PostgreSql";
            throw new StartupFailure($"The tables of '{owner}' in {place} cannot be opened or brought up to date ({failure.Message.ReplaceLineEndings(" ")}).");
        }
    }
}
