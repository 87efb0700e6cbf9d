using System.Data.Common;
using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Host.Storage;

/// <summary>Takes the data directory and brings the host's own tables up to date, before any other room starts.</summary>
internal sealed class StorageStart(DataDirectory directory, Databases databases, StartTurn turn, PlatformOptions options, ITexts texts, IServiceProvider services) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        directory.Claim();
        if (options.PostgreSql is not null) await EnterAsync(cancellationToken);
        foreach (var owner in Databases.HostOwners)
            foreach (var migrator in services.GetKeyedServices<IModuleMigrator>(owner)) await MigrateAsync(migrator, owner, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task EnterAsync(CancellationToken cancellationToken)
    {
        try
        {
            await turn.TakeAsync(cancellationToken);
            await MustOwnModulesAsync(cancellationToken);
        }
        catch (DbException failure)
        {
            throw new StartupFailure($"The PostgreSQL database of Storage:PostgreSql cannot be used ({failure.Message.ReplaceLineEndings(" ")}). Start its server, or correct the setting.");
        }
    }

    // Told at once and not when the first module wants its connection.
    private async Task MustOwnModulesAsync(CancellationToken cancellationToken)
    {
        await using var connection = await databases.Of(Databases.Host).OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT quote_ident(rolname), concat_ws('; ',
              CASE WHEN NOT (rolsuper OR rolcreaterole) THEN format('ALTER ROLE %I CREATEROLE', rolname) END,
              CASE WHEN NOT has_database_privilege(current_database(), 'CREATE') THEN format('GRANT CREATE ON DATABASE %I TO %I', current_database(), rolname) END)
            FROM pg_roles WHERE rolname = current_user
            """;
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        if (!await row.ReadAsync(cancellationToken) || row.GetString(1) is not { Length: > 0 } statements) return;
        ConsoleLanguage.Use();
        throw new StartupFailure(texts.Format(Keys.StorageRightsMissing, row.GetString(0), statements));
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
