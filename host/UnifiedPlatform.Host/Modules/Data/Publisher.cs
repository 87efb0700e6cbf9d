using UnifiedPlatform.Runtime.Packages;

namespace UnifiedPlatform.Host.Modules.Data;

/// <summary>Somebody whose modules this platform runs.</summary>
internal sealed class Publisher
{
    public const int NameLength = 100, ListLength = 2000;

    public required Guid Id { get; init; }

    public required string Name { get; set; }

    public required PublisherLevel Level { get; set; }

    /// <summary>Beginnings of module ids it may publish, separated by spaces.</summary>
    public required string IdPrefixes { get; set; }

    /// <summary>Most capabilities its modules may ask for, separated by spaces; null: any.</summary>
    public string? Ceiling { get; set; }

    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>See <see cref="Operation.Actor"/>.</summary>
    public required string AddedBy { get; init; }
}
