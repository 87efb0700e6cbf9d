namespace UnifiedPlatform.Host.Modules.Operations;

/// <summary>What a version in the store is doing.</summary>
internal enum VersionState
{
    /// <summary>It answers requests.</summary>
    Serves,

    /// <summary>It is wanted and does not answer.</summary>
    Wanted,

    /// <summary>It lies there.</summary>
    Rests,
}
