using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Identity.Data;

/// <summary>A role given to an account within a scope and a time.</summary>
internal sealed class Grant
{
    public required Guid Id { get; init; }

    public required AccountId Account { get; init; }

    /// <summary>Role of the rights matrix (<c>DH</c>) or post of a service item (<c>eligibility</c>).</summary>
    public required string Role { get; init; }

    /// <summary>Region codes, comma-separated; empty: none.</summary>
    public string Regions { get; init; } = "";

    /// <summary>Grid codes, comma-separated; empty: none.</summary>
    public string Grids { get; init; } = "";

    /// <summary>Department codes, comma-separated; empty: none.</summary>
    public string Departments { get; init; } = "";

    public required DateTimeOffset From { get; init; }

    public DateTimeOffset? Until { get; init; }

    public Guid? GivenBy { get; init; }

    public string? Reason { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    public Guid? EndedBy { get; set; }

    public int Version { get; private set; }
}
