using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Sdk.Parts;

/// <summary>Part tasks are seen in the department and region they were routed to.</summary>
/// <typeparam name="TTask">The module's own task.</typeparam>
/// <param name="rules">Names of the resource.</param>
public sealed class PartTaskPolicy<TTask>(PartDeskRules<TTask> rules) : AccessPolicy<TTask> where TTask : PartTask
{
    /// <inheritdoc/>
    public override string Resource => rules.Resource;
}
