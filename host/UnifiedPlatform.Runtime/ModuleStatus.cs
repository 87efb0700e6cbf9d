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
    long Requests, double ErrorRate, double P95Ms, ModuleManifest? Manifest);
