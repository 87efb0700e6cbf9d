namespace UnifiedPlatform.Sdk.Modules;

/// <summary>What a module adds to the platform, as data: it stands while the module is cold, failed or being swapped.</summary>
public sealed record ManifestContributions
{
    /// <summary>Navigation entries.</summary>
    public IReadOnlyList<ManifestNavigation> Navigation { get; init; } = [];

    /// <summary>Cards on the resident's page.</summary>
    public IReadOnlyList<ManifestResidentCard> ResidentCards { get; init; } = [];

    /// <summary>Kinds of facts about residents.</summary>
    public IReadOnlyList<ManifestResidentFact> ResidentFacts { get; init; } = [];

    /// <summary>Links on the resident's page.</summary>
    public IReadOnlyList<ManifestResidentLink> ResidentLinks { get; init; } = [];

    /// <summary>Topics the module publishes.</summary>
    public IReadOnlyList<ManifestTopic> Publishes { get; init; } = [];

    /// <summary>Topics the module reads.</summary>
    public IReadOnlyList<ManifestSubscription> Consumes { get; init; } = [];

    /// <summary>Scheduled jobs.</summary>
    public IReadOnlyList<ManifestJob> Jobs { get; init; } = [];

    /// <summary>Capabilities by which the module does parts of counter cases.</summary>
    public IReadOnlyList<ManifestPartCapability> PartCapabilities { get; init; } = [];

    /// <summary>Pages with the rule each carries.</summary>
    public IReadOnlyList<ManifestPage> Pages { get; init; } = [];

    /// <summary>Service items offered at the counter, as paths in the package.</summary>
    public IReadOnlyList<string> ServiceItems { get; init; } = [];
}
