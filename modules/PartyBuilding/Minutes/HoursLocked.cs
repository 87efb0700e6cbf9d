using UnifiedPlatform.Sdk.Residents;

namespace UnifiedPlatform.PartyBuilding.Minutes;

/// <summary>This module's reading of <c>volunteering.hours-locked</c> version 1; a test holds it against the producer's schema.</summary>
public sealed record HoursLocked(Guid RecordId, ResidentId ResidentId, int Minutes, DateOnly Day, Guid? ActivityId = null, string? CaseNumber = null, Guid? CorrectionOf = null);
