using UnifiedPlatform.Sdk.Residents;

namespace UnifiedPlatform.Volunteering.Hours;

/// <param name="MayConfirm">Whether the reader did not propose it.</param>
public sealed record HoursView(Guid Id, Guid VolunteerId, string Name, DateOnly Day, DateTimeOffset StartsAt, DateTimeOffset EndsAt, int Minutes, string Content, Guid? ActivityId, string? CaseNumber,
    Guid? CorrectionOf, HoursStatus Status, bool MayConfirm, IReadOnlyList<HoursAction> Possible, DateTimeOffset? ConfirmedAt, DateTimeOffset? LockedAt, string? RejectReason, int Version)
{
    public static HoursView Of(HoursRecord x, ResidentSummary? person, Guid reader) => new(x.Id, x.VolunteerId, person?.Name ?? "", x.Day, x.StartsAt, x.EndsAt, x.Minutes, x.Content, x.ActivityId, x.CaseNumber,
        x.CorrectionOf, x.Status, x.MayConfirm(reader), x.Possible, x.ConfirmedAt, x.LockedAt, x.RejectReason, x.Version);
}
