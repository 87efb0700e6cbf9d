using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Identity.Data;

/// <summary>A password used before; the last five are refused.</summary>
internal sealed class FormerPassword
{
    public required Guid Id { get; init; }

    public required AccountId Account { get; init; }

    public required string Hash { get; init; }

    public required DateTimeOffset At { get; init; }
}
