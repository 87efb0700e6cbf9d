namespace UnifiedPlatform.Host.Modules.Data;

/// <summary>What the platform wants of one module. Removed modules have no row.</summary>
internal sealed class DesiredModule
{
    /// <summary>Module id.</summary>
    public required string Id { get; init; }

    /// <summary>Version that shall serve.</summary>
    public required string Version { get; set; }

    /// <summary>False: an administrator switched it off.</summary>
    public required bool Enabled { get; set; }

    /// <summary>Hash of the module's settings when it was last started; other settings restart it.</summary>
    public string? ConfigHash { get; set; }

    /// <summary>Who wanted it so: see <see cref="Operation.Actor"/>.</summary>
    public required string ChangedBy { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>Why, in words.</summary>
    public required string Reason { get; set; }
}
