using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Residents;

namespace UnifiedPlatform.PartyBuilding.Members;

/// <summary>A resident's membership. Who the person is stays in the register.</summary>
public sealed class PartyMember : IScoped
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Scope Scope { get; private set; } = new();
    public int Version { get; private set; }

    public required ResidentId Resident { get; init; }
    public required Guid OrganisationId { get; set; }

    /// <summary>入党日期: the day the branch accepted the probationary member.</summary>
    public required DateOnly JoinedOn { get; init; }

    /// <summary>End of the probation, one year after joining unless extended; null once decided.</summary>
    public DateOnly? ProbationEndsOn { get; private set; }

    /// <summary>转正日期.</summary>
    public DateOnly? ConfirmedOn { get; private set; }
    public MemberStatus Status { get; private set; }

    /// <summary>Rises with each published fact.</summary>
    public long FactVersion { get; private set; }

    public bool IsMember => Counts(Status);

    /// <summary>May be asked to contact households, is counted.</summary>
    public static bool Counts(MemberStatus status) => status is MemberStatus.Probationary or MemberStatus.Full;

    public static PartyMember Join(ResidentId resident, Guid organisationId, DateOnly joinedOn, DateOnly? confirmedOn) => new()
    {
        Resident = resident,
        OrganisationId = organisationId,
        JoinedOn = joinedOn,
        ConfirmedOn = confirmedOn,
        ProbationEndsOn = confirmedOn is null ? joinedOn.AddYears(1) : null,
        Status = confirmedOn is null ? MemberStatus.Probationary : MemberStatus.Full,
    };

    /// <summary>The whole state machine; null: not possible.</summary>
    public static MemberStatus? Next(MemberStatus from, MemberAction action) => (from, action) switch
    {
        (MemberStatus.Probationary, MemberAction.Confirm) => MemberStatus.Full,
        (MemberStatus.Probationary, MemberAction.ExtendProbation) => MemberStatus.Probationary,
        (MemberStatus.Full, MemberAction.Suspend) => MemberStatus.Suspended,
        (MemberStatus.Suspended, MemberAction.Restore) => MemberStatus.Full,
        (MemberStatus.Probationary or MemberStatus.Full, MemberAction.TransferOut) => MemberStatus.TransferredOut,
        (MemberStatus.TransferredOut, MemberAction.Return) => MemberStatus.Full,
        (MemberStatus.Probationary or MemberStatus.Full or MemberStatus.Suspended, MemberAction.End) => MemberStatus.Ended,
        (MemberStatus.Probationary or MemberStatus.Full or MemberStatus.Suspended or MemberStatus.TransferredOut, MemberAction.RecordDeath) => MemberStatus.Deceased,
        _ => null,
    };

    public IReadOnlyList<MemberAction> Possible => [.. Enum.GetValues<MemberAction>().Where(CanApply)];

    /// <summary>False: not possible in this state.</summary>
    public bool Apply(MemberAction action, DateOnly today)
    {
        if (!CanApply(action)) return false;
        if (action == MemberAction.Confirm) (ConfirmedOn, ProbationEndsOn) = (today, null);
        if (action == MemberAction.ExtendProbation) (ProbationEndsOn, ProbationExtended) = (ProbationEndsOn?.AddYears(1), true);
        if (action == MemberAction.Return && ConfirmedOn is null) ProbationEndsOn ??= JoinedOn.AddYears(1);
        Status = action == MemberAction.Return && ConfirmedOn is null ? MemberStatus.Probationary : Next(Status, action)!.Value;
        return true;
    }

    /// <summary>延长预备期 is possible once, by at most one year.</summary>
    public bool ProbationExtended { get; private set; }

    public long NextFactVersion() => ++FactVersion;

    private bool CanApply(MemberAction action) => Next(Status, action) is not null && !(action == MemberAction.ExtendProbation && ProbationExtended);
}
