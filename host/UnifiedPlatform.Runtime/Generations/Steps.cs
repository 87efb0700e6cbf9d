using System.Globalization;
using Microsoft.Extensions.Logging;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Generations;

/// <summary>The steps of one activation or deactivation: each reported, each with its limit, each failure turned into a reason.</summary>
internal sealed class Steps(ModuleManifest manifest, IProgress<ModuleStep>? progress, TimeProvider clock, ILogger logger)
{
    public ModuleManifest Manifest => manifest;

    /// <summary>Runs a step of the module's code.</summary>
    /// <exception cref="ModuleRefusedException">It failed or did not end in time.</exception>
    public async Task RunAsync(ModulePhase phase, TimeSpan limit, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        var started = Begin(phase);
        try
        {
            if (!await Bounded.RunAsync(work, limit, cancellationToken))
                throw ModuleRefusedException.For(ModuleFailureCodes.TimedOut, Name(phase), limit.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture));
            End(phase, StepState.Done, started);
        }
        catch (Exception error)
        {
            End(phase, StepState.Failed, started);
            if (error is ModuleRefusedException refused) throw refused.Manifest is null ? refused.With(manifest) : refused;
            if (cancellationToken.IsCancellationRequested) throw;
            logger.LogError(error, "Module {Module} {Version} failed in step {Step}.", manifest.Id, manifest.Version, Name(phase));
            throw Reason(phase, error).With(manifest);
        }
    }

    /// <summary>Runs a step on the way out: what fails or hangs is told and passed over.</summary>
    public async Task<bool> TryAsync(ModulePhase phase, TimeSpan limit, Func<CancellationToken, Task> work)
    {
        var started = Begin(phase);
        var done = false;
        try
        {
            done = await Bounded.RunAsync(work, limit, CancellationToken.None);
            if (!done) logger.LogError("Module {Module} {Version} did not end step {Step} in {Seconds} s and is given up.", manifest.Id, manifest.Version, Name(phase), limit.TotalSeconds);
        }
        catch (Exception error)
        {
            logger.LogError(error, "Module {Module} {Version} failed in step {Step}.", manifest.Id, manifest.Version, Name(phase));
        }
        End(phase, done ? StepState.Done : StepState.Failed, started);
        return done;
    }

    public long Begin(ModulePhase phase)
    {
        progress?.Report(new ModuleStep(phase, manifest.Version, StepState.Begun, TimeSpan.Zero));
        return clock.GetTimestamp();
    }

    public void End(ModulePhase phase, StepState state, long started) => progress?.Report(new ModuleStep(phase, manifest.Version, state, clock.GetElapsedTime(started)));

    public TimeSpan Since(long started) => clock.GetElapsedTime(started);

    private static string Name(ModulePhase phase) => phase.ToString().ToLowerInvariant();

    private static ModuleRefusedException Reason(ModulePhase phase, Exception error) => (phase, Thrown.Real(error)) switch
    {
        (_, CapabilityDeniedException denied) => ModuleRefusedException.For(ModuleFailureCodes.NotGranted, denied.Capability),
        (_, DatabaseNewerException) => ModuleRefusedException.For(ModuleFailureCodes.DatabaseNewer),
        (ModulePhase.Backup, _) => ModuleRefusedException.For(ModuleFailureCodes.Backup, Thrown.Name(error)),
        (ModulePhase.Migrate, _) => ModuleRefusedException.For(ModuleFailureCodes.Migration, Thrown.Name(error)),
        _ => ModuleRefusedException.For(ModuleFailureCodes.Threw, Name(phase), Thrown.Name(error)),
    };
}
