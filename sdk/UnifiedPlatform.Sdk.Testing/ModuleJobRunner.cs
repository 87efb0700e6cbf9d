using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Sdk.Jobs;

namespace UnifiedPlatform.Sdk.Testing;

/// <summary>Runs a module's jobs now, as the scheduler would: in a scope of the running generation, acting as the module.</summary>
public sealed class ModuleJobRunner
{
    private readonly IModuleRuntime _runtime;
    private readonly string _module;
    private readonly TimeProvider _clock;

    internal ModuleJobRunner(IModuleRuntime runtime, string module, TimeProvider clock) => (_runtime, _module, _clock) = (runtime, module, clock);

    /// <summary>Keys of the jobs the module declares.</summary>
    public IReadOnlyList<string> Keys => [.. (_runtime.Find(_module)?.Manifest?.Contributes.Jobs ?? []).Select(job => job.Key)];

    /// <summary>Runs the job once and waits for its end.</summary>
    /// <exception cref="ModuleCallException">The job threw.</exception>
    public async Task RunAsync(string key, CancellationToken cancellationToken = default) => await _runtime.UseAsync(_module, async (services, token) =>
    {
        await services.GetRequiredService<IModuleJobs>().RunAsync(new JobContext(key, _clock.GetUtcNow(), 1, null), token);
        return true;
    }, cancellationToken);
}
