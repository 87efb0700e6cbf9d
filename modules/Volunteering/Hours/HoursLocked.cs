using UnifiedPlatform.Sdk.Exchange;
using UnifiedPlatform.Sdk.Residents;

namespace UnifiedPlatform.Volunteering.Hours;

/// <summary>Body of <c>volunteering.hours-locked</c> version 1, key = resident: a correction follows what it corrects, with a signed difference.</summary>
public sealed record HoursLocked(Guid RecordId, ResidentId ResidentId, int Minutes, DateOnly Day, Guid? ActivityId, string? CaseNumber, Guid? CorrectionOf)
{
    public static readonly Topic<HoursLocked> Topic = new("volunteering.hours-locked", 1, TopicOrder.Strict);

    public static HoursLocked Of(HoursRecord record) =>
        new(record.Id, record.Resident, record.Minutes, record.Day, record.ActivityId, record.CaseNumber, record.CorrectionOf);
}
