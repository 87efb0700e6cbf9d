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
        if (services is not IServiceProviderIsService known || !known.IsService(typeof(IModuleMigrator))) return;
        var newer = false;
        await steps.RunAsync(ModulePhase.Backup, options.MigrationLimit, async left =>
        {
            try
            {
                // Made inside the step: what its making throws, such as a capability that is missing, is a reason like any other.
                if ((await services.GetRequiredService<IModuleMigrator>().PendingAsync(left)).Count > 0) candidate.Backup = await backups.MakeAsync(services.GetRequiredService<IModuleDatabase>(), info, left);
            }
            catch (DatabaseNewerException) when (acceptsNewer)
            {
                newer = true;
            }
        }, cancellationToken);
        if (newer) logger.LogInformation("Module {Module} {Version} runs on data of a newer version, as its floor allows.", info.Id, info.Version);
        else await steps.RunAsync(ModulePhase.Migrate, options.MigrationLimit, left => services.GetRequiredService<IModuleMigrator>().MigrateAsync(left).AsTask(), cancellationToken);
    }
}
