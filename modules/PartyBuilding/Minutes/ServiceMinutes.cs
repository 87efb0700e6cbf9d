using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Residents;

namespace UnifiedPlatform.PartyBuilding.Minutes;

/// <summary>Volunteer minutes of a member as they arrived by exchange; a correction is a row of its own with a signed difference.</summary>
public sealed class ServiceMinutes : IScoped
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Scope Scope { get; private set; } = new();
    public int Version { get; private set; }

    public required Guid MemberId { get; init; }
    public required ResidentId Resident { get; init; }

    /// <summary>Key of the record in the source.</summary>
    public required Guid RecordId { get; init; }
    public required int Minutes { get; init; }
    public required DateOnly Day { get; init; }
    public Guid? ActivityId { get; init; }
    public string? CaseNumber { get; init; }
    public Guid? CorrectionOf { get; init; }

    /// <summary>Module the row came from, with the event and its position: what the member's page shows as origin.</summary>
    public required string Source { get; init; }
    public required Guid EventId { get; init; }
    public required long Position { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
}
