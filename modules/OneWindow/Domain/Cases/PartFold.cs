using UnifiedPlatform.OneWindow.Domain.Clocks;
using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.OneWindow.Domain.Signing;
using UnifiedPlatform.Sdk.Calendar;

namespace UnifiedPlatform.OneWindow.Domain.Cases;

/// <summary>Folds one event into its part.</summary>
internal static class PartFold
{
    public static PartFile Apply(PartFile part, CaseEvent happened, Part rule, IWorkCalendar calendar) => happened.Kind switch
    {
        EventKinds.PartRequested => Request(part, happened, rule, calendar),
        EventKinds.PartTaken => part with { Status = PartStatus.Taken, TakenBy = happened.Actor },
        EventKinds.PartSigned when part.Signs is { } signs && happened.Data is { Leaf: { } leaf, Opinion: { } opinion } => part with
        {
            Status = PartStatus.Taken,
            Signs = signs.Answer(leaf, opinion),
            SignedBy = new Dictionary<string, Guid>(part.SignedBy) { [leaf] = happened.Actor },
            AnswerHash = happened.Data.Hash ?? part.AnswerHash,
            Refusal = happened.Data.Refusal ?? part.Refusal,
        },
        EventKinds.PartAnswered => part with
        {
            Status = PartStatus.Answered,
            AnsweredAt = happened.At,
            Opinion = happened.Data.Opinion,
            Refusal = happened.Data.Refusal ?? part.Refusal,
            AnswerHash = happened.Data.Hash ?? part.AnswerHash,
            FixPoints = [],
        },
        EventKinds.PartDeclined => part with { Status = PartStatus.Unrouted, TakenBy = null, FixPoints = [] },
        EventKinds.PartRerouted => part with
        {
            Status = PartStatus.Open, Module = happened.Data.Module, Org = happened.Data.Org, Role = happened.Data.Role, TakenBy = null, FixPoints = [],
            Signs = happened.Data.Module is null && rule.Sign is { } sign ? SignTree.Fresh(sign) : null, SignedBy = new Dictionary<string, Guid>(),
        },
        EventKinds.PartCancelled => part with { Status = PartStatus.Cancelled },
        EventKinds.PartWaived => part with { Status = PartStatus.Waived },
        EventKinds.PartReopened => part with
        {
            Round = happened.Data.Round ?? part.Round + 1, Status = PartStatus.Waiting, TakenBy = null, AnsweredAt = null, Opinion = null, Refusal = null, AnswerHash = null,
            Signs = null, SignedBy = new Dictionary<string, Guid>(), FixPoints = [],
        },
        EventKinds.FixAsked => part with { Status = PartStatus.Asked, FixPoints = happened.Data.Points ?? [] },
        EventKinds.Fixed => part with { Status = part.TakenBy is null ? PartStatus.Open : PartStatus.Taken, FixPoints = [] },
        _ => part,
    };

    private static PartFile Request(PartFile part, CaseEvent happened, Part rule, IWorkCalendar calendar) => part with
    {
        Status = PartStatus.Open,
        Round = happened.Data.Round ?? part.Round,
        Module = happened.Data.Module,
        Org = happened.Data.Org,
        Role = happened.Data.Role,
        RequestedOn = happened.OnDay,
        RequestedAt = happened.At,
        DueOn = calendar.Add(happened.OnDay, rule.Due).Due,
        Signs = happened.Data.Module is null && rule.Sign is { } sign ? SignTree.Fresh(sign) : null,
        SignedBy = new Dictionary<string, Guid>(),
    };
}
