using UnifiedPlatform.Host.Modules.Data;
using UnifiedPlatform.Runtime;

namespace UnifiedPlatform.Host.Modules.Operations;

/// <summary>One module for its page and the API.</summary>
/// <param name="Status">What runs here.</param>
/// <param name="Desired">What is wanted; null: nothing, it is installed only or was removed.</param>
/// <param name="Versions">Versions in the store, the newest first.</param>
/// <param name="Data">How far its data went; null: it has none.</param>
/// <param name="Operations">What was done, the newest first.</param>
/// <param name="Capabilities">What its versions ask for, and what was decided on it.</param>
/// <param name="Usage">Use of its features by department, most used first.</param>
internal sealed record ModuleDetail(
    ModuleStatus Status, DesiredModule? Desired, IReadOnlyList<VersionLine> Versions, DataMark? Data, IReadOnlyList<OperationView> Operations, IReadOnlyList<CapabilityLine> Capabilities, IReadOnlyList<ModuleUsage> Usage)
{
    /// <summary>The operation that is not over; null: none.</summary>
    public OperationView? Open => Operations.FirstOrDefault(operation => !operation.Ended);

    /// <summary>Whether only its data and its past are left.</summary>
    public bool Removed => Desired is null && Versions.Count == 0;
}
