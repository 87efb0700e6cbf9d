namespace UnifiedPlatform.Host.Identity.Data;

/// <summary>The one row that says which installation this database belongs to.</summary>
internal sealed class Installation
{
    public required Guid Id { get; init; }

    /// <summary>Raised when roles or the organisation change for many accounts at once.</summary>
    public int RightsEpoch { get; set; }

    public byte[]? SetupHash { get; set; }

    public DateTimeOffset? SetupUntil { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public int Version { get; private set; }
}
