namespace UnifiedPlatform.Host.Modules.Data;

/// <summary>How far an operation is.</summary>
internal enum OperationState
{
    /// <summary>Asked for; no host has taken it yet.</summary>
    Waiting,

    /// <summary>A host works on it.</summary>
    Running,

    /// <summary>Done.</summary>
    Succeeded,

    /// <summary>Not done; what served before serves on.</summary>
    Failed,

    /// <summary>Called off before the new version took over.</summary>
    Cancelled,
}
