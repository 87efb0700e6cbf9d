using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.OneWindow.Domain.Queues;

namespace UnifiedPlatform.OneWindow.Domain.Cases;

/// <summary>Which action stands open in which state to whom. The page's buttons and the refusals come from here.</summary>
public static class Allowed
{
    /// <summary>Everything the actor may do with the case now; actions on parts with the part.</summary>
    public static IEnumerable<(CaseAction Action, string? Part)> Now(CaseFile state, ServiceItem rules, Acting by)
    {
        foreach (var action in Enum.GetValues<CaseAction>())
        {
            if (!IsOfPart(action))
            {
                if (Is(action, state, null, rules, by)) yield return (action, null);
                continue;
            }
            foreach (var part in state.Parts.Values)
                if (Is(action, state, part, rules, by)) yield return (action, part.Key);
        }
    }

    public static bool IsOfPart(CaseAction action) => action is CaseAction.Take or CaseAction.Answer or CaseAction.Decline or CaseAction.Reroute
        or CaseAction.AskFix or CaseAction.Fixed or CaseAction.Remind or CaseAction.Reopen;

    public static bool Is(CaseAction action, CaseFile state, PartFile? part, ServiceItem rules, Acting by) => action switch
    {
        CaseAction.Accept => state.Status == CaseStatus.Received && by.Has(Power.Edit),
        CaseAction.AskCorrection => state is { Status: CaseStatus.Received, CorrectionAskedOn: null } && by.Has(Power.Edit),
        CaseAction.Correct => state.Status == CaseStatus.Correcting && (by.Has(Power.Edit) || by.Has(Power.Applicant)),
        CaseAction.Take => Running(state) && part?.Status == PartStatus.Open && Handles(state, part, by),
        CaseAction.Answer or CaseAction.Decline or CaseAction.AskFix => Running(state) && part is { Status: PartStatus.Open or PartStatus.Taken } && Handles(state, part, by) && Mine(part, by),
        CaseAction.Reroute => Running(state) && part is not null && part.Status.IsActive() && (by.Has(Power.Assign) || by.Has(Power.Edit)),
        CaseAction.Fixed => Running(state) && part?.Status == PartStatus.Asked && by.Has(Power.Edit),
        CaseAction.Remind => Running(state) && part?.Status is PartStatus.Open or PartStatus.Taken or PartStatus.Asked && by.Has(Power.Edit),
        CaseAction.Decide => state.Status == CaseStatus.Deciding && by.Has(Power.Decide) && Decides(state, rules, by),
        CaseAction.Reopen => state.Status == CaseStatus.Deciding && part is { Status: PartStatus.Answered or PartStatus.Cancelled } && by.Has(Power.Decide) && Decides(state, rules, by),
        CaseAction.Issue => state.Status == CaseStatus.Decided && by.Has(Power.Edit),
        CaseAction.Deliver => state.Status is CaseStatus.Decided or CaseStatus.Issued && by.Has(Power.Edit),
        CaseAction.Close => state.Status is CaseStatus.Decided or CaseStatus.Issued or CaseStatus.Delivered && by.Has(Power.Edit),
        CaseAction.Withdraw => state.Status.IsBeforeDecision() && (by.Has(Power.Applicant) || by.Has(Power.Edit)),
        CaseAction.Rate => state.Status == CaseStatus.Closed && state.Score is null && by.Has(Power.Applicant),
        CaseAction.Claim => Lines(state, rules, by).Any(line => !state.Claims.ContainsKey(line.Key)),
        CaseAction.Release => state.Claims.ContainsValue(by.Account) || (state.Claims.Count > 0 && by.Has(Power.Assign)),
        CaseAction.Note => by.Module is null && (by.Has(Power.Edit) || by.Has(Power.DoParts) || by.Has(Power.Decide)),
        _ => false,
    };

    public static IEnumerable<QueueLine> Lines(CaseFile state, ServiceItem rules, Acting by) =>
        state.Status.IsOpen() ? QueueLines.Of(state, rules).Where(line => by.Holds(line.Queue)) : [];

    /// <summary>Whether the actor does this part: the module asked, or somebody of the unit, or whose turn to sign it is.</summary>
    public static bool Handles(CaseFile state, PartFile part, Acting by)
    {
        if (by.Module is not null) return true;
        if (!by.Has(Power.DoParts)) return false;
        return part.Signs is { } signs && part.Module is null
            ? signs.Active.Any(leaf => SignableBy(state, part, leaf, by))
            : part.Module is null && by.Holds(UnitQueue(state, part));
    }

    public static bool SignableBy(CaseFile state, PartFile part, Signing.SignLeaf leaf, Acting by) =>
        leaf.Person is { } person ? person == by.Account
        : leaf.Unit is { } unit && by.Holds(QueueOf(state, unit)) && !part.SignedBy.Values.Contains(by.Account);

    public static QueueKey QueueOf(CaseFile state, Unit unit) =>
        new(unit.Org.Resolve(state.Lead, state.Org, state.Region) ?? state.Lead, QueueLines.Town(state.Region), unit.Role, QueueKey.Department);

    private static QueueKey UnitQueue(CaseFile state, PartFile part) =>
        QueueOf(state, new Unit(new OrgRule.Fixed(part.Org ?? state.Lead), part.Role ?? QueueLines.ClerkRole));

    private static bool Mine(PartFile part, Acting by) => by.Module is not null || part.Signs is not null || part.TakenBy is null || part.TakenBy == by.Account;

    private static bool Running(CaseFile state) => state.Status is >= CaseStatus.UnderReview and <= CaseStatus.Delivered;

    private static bool Decides(CaseFile state, ServiceItem rules, Acting by) =>
        state.DecisionSigns is { } signs && signs.Active.Any(leaf => leaf.Person is { } person ? person == by.Account : by.Holds(QueueOf(state, leaf.Unit ?? rules.Decide.By)));
}
