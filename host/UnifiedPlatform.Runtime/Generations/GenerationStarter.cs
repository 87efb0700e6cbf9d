using UnifiedPlatform.Runtime.Data;
using UnifiedPlatform.Runtime.Dispatch;
using UnifiedPlatform.Runtime.Packages;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Generations;

/// <summary>From a package to a generation that is ready to serve; what fails on the way becomes a reason and leaves nothing behind.</summary>
internal sealed class GenerationStarter(
    ModuleRuntimeOptions options, IPackageStore store, LoadedCode code, GenerationServices services, Migration migration, WarmUp warmUp, GenerationEnd end)
{
    /// <summary>Checks the package, loads its code, builds services and routes. Nothing of the module runs on yet.</summary>
    public async Task<Candidate> PrepareAsync(InstalledPackage package, SwapPolicy policy, Steps steps, CancellationToken cancellationToken)
    {
        var manifest = package.Manifest;
        await steps.RunAsync(ModulePhase.Verify, options.VerifyLimit, left => store.VerifyAsync(package, left), cancellationToken);
        var data = Path.Combine(options.Data, manifest.Id);
        Directory.CreateDirectory(data);
        var candidate = new Candidate(new Generation(new ModuleInfo(manifest.Id, manifest.Version, manifest.Title, package.Folder, data), manifest, code.For(package)));
        await OrDropAsync(candidate, steps, () => steps.RunAsync(ModulePhase.Configure, options.StartLimit, _ =>
        {
            OwnGround.CheckTexts(candidate.Generation.Info, store.Ids);
            candidate.Generation.Build(services);
            if (policy.WarmsAfter is null) candidate.Generation.BuildRoutes();
            return Task.CompletedTask;
        }, cancellationToken));
        return candidate;
    }

    /// <summary>Brings the data to the version, starts, warms and tests.</summary>
    public Task StartAsync(Candidate candidate, SwapPolicy policy, Steps steps, CancellationToken cancellationToken) => OrDropAsync(candidate, steps, async () =>
    {
        await migration.RunAsync(candidate, policy.AcceptsNewerData, steps, cancellationToken);
        await steps.RunAsync(ModulePhase.Start, options.StartLimit, candidate.Generation.StartAsync, cancellationToken);
        if (policy.WarmsAfter is null) await WarmAsync(candidate.Generation, steps, cancellationToken);
    });

    /// <summary>Builds the routes, if nobody asked for them yet, tests and renders.</summary>
    public Task WarmAsync(Generation generation, Steps steps, CancellationToken cancellationToken) => steps.RunAsync(ModulePhase.Warm, options.WarmLimit, left =>
    {
        generation.BuildRoutes();
        return warmUp.RunAsync(generation, left);
    }, cancellationToken);

    private async Task OrDropAsync(Candidate candidate, Steps steps, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch
        {
            await end.DropAsync(candidate.Generation, steps);
            throw;
        }
    }
}
