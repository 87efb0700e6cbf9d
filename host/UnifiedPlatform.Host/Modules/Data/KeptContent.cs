namespace UnifiedPlatform.Host.Modules.Data;

/// <summary>The package file itself, kept where several hosts share the database and none sees the other's folders.</summary>
internal sealed class KeptContent
{
    /// <summary>Module id.</summary>
    public required string Module { get; init; }

    public required string Version { get; init; }

    public required byte[] Package { get; set; }
}
