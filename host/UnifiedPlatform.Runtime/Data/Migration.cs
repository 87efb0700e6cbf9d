using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using UnifiedPlatform.Runtime.Generations;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Runtime.Data;

/// <summary>Copies the module's database when there is something to migrate, then migrates it, both within their limit.</summary>
internal sealed class Migration(ModuleRuntimeOptions options, Backups backups, ILogger<Migration> logger)
{
    public async Task RunAsync(Candidate candidate, bool acceptsNewer, Steps steps, CancellationToken cancellationToken)
    {
        var (info, services) = (candidate.Generation.Info, candidate.Generation.Services);
        if (services.GetService<IModuleMigrator>() is not { } migrator) return;
        var newer = false;
        await steps.RunAsync(ModulePhase.Backup, options.MigrationLimit, async left =>
        {
            try
            {
                if ((await migrator.PendingAsync(left)).Count > 0) candidate.Backup = await backups.MakeAsync(services.GetRequiredService<IModuleDatabase>(), info, left);
            }
            catch (DatabaseNewerException) when (acceptsNewer)
            {
                newer = true;
            }
        }, cancellationToken);
        if (newer) logger.LogInformation("Module {Module} {Version} runs on data of a newer version, as its floor allows.", info.Id, info.Version);
        else await steps.RunAsync(ModulePhase.Migrate, options.MigrationLimit, left => migrator.MigrateAsync(left).AsTask(), cancellationToken);
    }
}
