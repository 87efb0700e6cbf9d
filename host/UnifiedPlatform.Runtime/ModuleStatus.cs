using UnifiedPlatform.Sdk.Modules;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Runtime;

/// <summary>A module as the administrator sees it.</summary>
/// <param name="Id">Module id.</param>
/// <param name="Version">Version that runs, or of the package that failed; empty: not even that is known.</param>
/// <param name="State">State.</param>
/// <param name="Title">Name for people.</param>
/// <param name="Since">Since when the state holds.</param>
/// <param name="LastError">Why it does not run, or why the last replacement was refused; null: nothing to tell.</param>
/// <param name="Requests">Requests answered since the host started.</param>
/// <param name="ErrorRate">Share of answers with status 5xx, 0 to 1.</param>
/// <param name="P95Ms">95th percentile of the last answers in milliseconds.</param>
/// <param name="Manifest">Manifest; null: the package has none that can be read and trusted.</param>
public sealed record ModuleStatus(
    string Id, string Version, ModuleState State, LocalizedText Title, DateTimeOffset Since, ModuleFailure? LastError,
    long Requests, double ErrorRate, double P95Ms, ModuleManifest? Manifest)
{
    /// <summary>Whether a request gets an answer: it runs, or the request starts it.</summary>
    public bool Answers => State is ModuleState.Running or ModuleState.Cold;

    /// <summary>How many generations were started since the host started.</summary>
    public int Generations { get; init; }

    /// <summary>Generations whose code is still held after unloading.</summary>
    public int Leaked { get; init; }

    /// <summary>Requests, calls and jobs inside the module now.</summary>
    public int Inside { get; init; }

    /// <summary>Starts that failed and crashes within the window of the quarantine.</summary>
    public int Crashes { get; init; }

    /// <summary>A version that waits for a restart of the host because the running one says <c>reload: never</c>; null: none.</summary>
    public string? WaitingForRestart { get; init; }

    /// <summary>Runs of jobs since the host started, and how many failed.</summary>
    public ModuleCount Jobs { get; init; }

    /// <summary>Batches of topics applied since the host started, and how many failed.</summary>
    public ModuleCount Topics { get; init; }

    /// <summary>Bytes of the module's database; null: it keeps none, or it cannot be measured.</summary>
    public long? DatabaseBytes { get; init; }
}
