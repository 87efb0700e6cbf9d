using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Host.Modules;

/// <summary>Loads every offered package at start and unloads at stop. A module that fails is left with its reason; the host serves the rest.</summary>
internal sealed class ModuleStart(IModuleRuntime runtime, PlatformOptions options, ILogger<ModuleStart> logger) : IHostedService
{
    public bool Done { get; private set; }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var packages = Offered();
        if (packages.Count == 0) logger.LogWarning("No module package lies in {Folder}.", options.Packages);
        await Parallel.ForEachAsync(packages, cancellationToken, async (package, token) => await runtime.LoadAsync(package, token));
        Done = true;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var module in runtime.Modules.Where(module => module.State == ModuleState.Running))
            await runtime.DeactivateAsync(module.Id, StopReason.HostShutdown, null, cancellationToken);
    }

    private IReadOnlyList<string> Offered()
    {
        try
        {
            return OfferedPackages.In(options.Packages);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            logger.LogError("The folder of packages {Folder} cannot be read: {Error}.", options.Packages, error.GetType().Name);
            return [];
        }
    }
}
