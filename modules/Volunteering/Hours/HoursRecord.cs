using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Residents;

namespace UnifiedPlatform.Volunteering.Hours;

/// <summary>Service really given: by whom, when, how long, what, and under which activity or case. Minutes are stored, hours are shown.</summary>
public sealed class HoursRecord : IScoped
{
    public const int MostMinutesADay = 12 * 60;
    public const int ContentLength = 200;

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Scope Scope { get; private set; } = new();
    public int Version { get; private set; }

    public required Guid VolunteerId { get; init; }
    public required ResidentId Resident { get; init; }
    public required DateOnly Day { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>Minutes given; in a correction the signed difference.</summary>
    public required int Minutes { get; init; }
    public required string Content { get; init; }
    public Guid? ActivityId { get; init; }

    /// <summary>Case the visit belongs to, through a pairing.</summary>
    public string? CaseNumber { get; init; }
    public Guid? CorrectionOf { get; init; }
    public required Guid ProposedBy { get; init; }
    public required DateTimeOffset ProposedAt { get; init; }
    public Guid? ConfirmedBy { get; private set; }
    public DateTimeOffset? ConfirmedAt { get; private set; }
    public DateTimeOffset? LockedAt { get; private set; }
    public string? RejectReason { get; private set; }
    public HoursStatus Status { get; private set; }

    public IReadOnlyList<HoursAction> Possible => [.. Enum.GetValues<HoursAction>().Where(action => Next(Status, action) is not null)];

    /// <summary>The whole state machine; null: not possible.</summary>
    public static HoursStatus? Next(HoursStatus from, HoursAction action) => (from, action) switch
    {
        (HoursStatus.Proposed, HoursAction.Confirm) => HoursStatus.Confirmed,
        (HoursStatus.Proposed, HoursAction.Reject) => HoursStatus.Rejected,
        (HoursStatus.Confirmed, HoursAction.Reopen) => HoursStatus.Proposed,
        (HoursStatus.Confirmed, HoursAction.Lock) => HoursStatus.Locked,
        _ => null,
    };

    /// <summary>Who proposes does not confirm.</summary>
    public bool MayConfirm(Guid account) => ProposedBy != account;

    /// <summary>False: not possible in this state.</summary>
    public bool Apply(HoursAction action, Guid account, DateTimeOffset at, string? reason = null)
    {
        if (Next(Status, action) is not { } next) return false;
        Status = next;
        (ConfirmedBy, ConfirmedAt) = action switch
        {
            HoursAction.Confirm => (account, at),
            HoursAction.Reopen => ((Guid?)null, (DateTimeOffset?)null),
            _ => (ConfirmedBy, ConfirmedAt),
        };
        if (action == HoursAction.Lock) LockedAt = at;
        if (action == HoursAction.Reject) RejectReason = reason;
        return true;
    }
}
