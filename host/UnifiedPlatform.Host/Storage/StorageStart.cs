using System.Data.Common;
using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Host.Storage;

/// <summary>Takes the data directory and brings the host's own tables up to date, before any other room starts.</summary>
internal sealed class StorageStart(DataDirectory directory, PlatformOptions options, IServiceProvider services) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        directory.Claim();
        foreach (var owner in Databases.HostOwners)
            foreach (var migrator in services.GetKeyedServices<IModuleMigrator>(owner)) await MigrateAsync(migrator, owner, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

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
