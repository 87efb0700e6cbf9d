namespace UnifiedPlatform.Host.Modules.Data;

/// <summary>What an administrator decided about one capability of a module.</summary>
internal sealed class ModuleGrant
{
    /// <summary>Module id.</summary>
    public required string Module { get; init; }

    public required string Capability { get; init; }

    /// <summary>False: withheld, which is a decision too.</summary>
    public required bool Granted { get; set; }

    /// <summary>The module was removed: the decision counts no more, and comes back only by somebody's word.</summary>
    public bool Orphaned { get; set; }

    /// <summary>See <see cref="Operation.Actor"/>.</summary>
    public required string DecidedBy { get; set; }

    public required DateTimeOffset DecidedAt { get; set; }

    /// <summary>Why, in words.</summary>
    public required string Reason { get; set; }
}
