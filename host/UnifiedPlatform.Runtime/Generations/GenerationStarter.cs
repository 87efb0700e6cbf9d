using Microsoft.Extensions.Logging;
using UnifiedPlatform.Runtime.Packages;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Generations;

/// <summary>From a package to a running generation; what fails on the way becomes a reason and leaves nothing behind.</summary>
internal sealed class GenerationStarter(ModuleRuntimeOptions options, GenerationServices services, ILogger<GenerationStarter> logger)
{
    public async Task<Generation> StartAsync(InstalledPackage package, CancellationToken cancellationToken)
    {
        var manifest = package.Manifest;
        var data = Path.Combine(options.Data, manifest.Id);
        Directory.CreateDirectory(data);
        var generation = new Generation(new ModuleInfo(manifest.Id, manifest.Version, manifest.Title, package.Folder, data), manifest);
        try
        {
            await StepAsync("configure", options.StartLimit, () => Task.Run(() => generation.Build(services), cancellationToken), manifest, cancellationToken);
            await StepAsync("migrate", options.MigrationLimit, () => Task.Run(() => generation.MigrateAsync(cancellationToken), cancellationToken), manifest, cancellationToken);
            await StepAsync("start", options.StartLimit, () => Task.Run(() => generation.StartAsync(cancellationToken), cancellationToken), manifest, cancellationToken);
            return generation;
        }
        catch
        {
            await DropAsync(generation);
            throw;
        }
    }

    private async Task StepAsync(string step, TimeSpan limit, Func<Task> work, ModuleManifest manifest, CancellationToken cancellationToken)
    {
        try
        {
            await work().WaitAsync(limit, cancellationToken);
        }
        catch (ModuleRefusedException refused)
        {
            throw refused.With(manifest);
        }
        catch (TimeoutException)
        {
            throw ModuleRefusedException.For(ModuleFailureCodes.TimedOut, step, limit.TotalSeconds.ToString("0", System.Globalization.CultureInfo.InvariantCulture)).With(manifest);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError(error, "Module {Module} {Version} failed in step {Step}.", manifest.Id, manifest.Version, step);
            throw Reason(step, error).With(manifest);
        }
    }

    private static ModuleRefusedException Reason(string step, Exception error) => (step, error) switch
    {
        (_, DatabaseNewerException) => ModuleRefusedException.For(ModuleFailureCodes.DatabaseNewer),
        ("migrate", _) => ModuleRefusedException.For(ModuleFailureCodes.Migration, Thrown.Name(error)),
        _ => ModuleRefusedException.For(ModuleFailureCodes.Threw, step, Thrown.Name(error)),
    };

    private async Task DropAsync(Generation generation)
    {
        try
        {
            await generation.DisposeAsync();
        }
        catch (Exception error)
        {
            logger.LogError(error, "What module {Module} left behind could not be disposed.", generation.Info.Id);
        }
    }
}
