using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.OneWindow.Domain.Signing;

namespace UnifiedPlatform.OneWindow.Domain.Queues;

/// <summary>The open work of a case. Total: an open case always has its home line, an open part or active signature one more.</summary>
public static class QueueLines
{
    /// <summary>Role of the people at the counter.</summary>
    public const string ClerkRole = "clerk";

    public static IReadOnlyList<QueueLine> Of(CaseFile state, ServiceItem rules)
    {
        if (!state.Status.IsOpen()) return [];
        var lines = new List<QueueLine>();
        AddHome(lines, state, rules);
        foreach (var part in state.Parts.Values.Where(part => part.Status.IsActive())) AddPart(lines, state, part);
        return lines;
    }

    /// <summary>The lane of a case: defined for every open state, with no other branch.</summary>
    public static Lane Home(CaseFile state) => state.Status switch
    {
        CaseStatus.Submitted => Lane.ToReceive,
        CaseStatus.Received => Lane.ToAccept,
        CaseStatus.Correcting => Lane.WaitApplicant,
        CaseStatus.UnderReview when state.FixOpen => Lane.WaitApplicant,
        CaseStatus.UnderReview when state.Parts.Values.Any(part => part.Status == PartStatus.Unrouted) => Lane.ToRoute,
        CaseStatus.UnderReview => Lane.Parts,
        CaseStatus.Deciding => Lane.ToDecide,
        CaseStatus.Decided => Lane.ToIssue,
        CaseStatus.Issued or CaseStatus.Delivered => Lane.ToDeliver,
        CaseStatus.Closed or CaseStatus.NotRequired or CaseStatus.NotCompetent or CaseStatus.Withdrawn or CaseStatus.Lapsed or CaseStatus.Terminated =>
            throw new ArgumentOutOfRangeException(nameof(state), state.Status, "A case that has ended has no lane."),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state.Status, "An unknown state has no lane."),
    };

    private static void AddHome(List<QueueLine> lines, CaseFile state, ServiceItem rules)
    {
        if (state.Status == CaseStatus.Deciding && state.DecisionSigns is { } signs)
        {
            // The home line stands with the first active signer; every further one has a line of their own.
            foreach (var (leaf, i) in signs.Active.Select((leaf, i) => (leaf, i)))
                lines.Add(new QueueLine("", i == 0 ? "" : leaf.Path, Lane.ToDecide, QueueOf(leaf, rules.Decide.By, state), state.PromisedDue));
            return;
        }
        // The clocks stop with the decision: what is made out and delivered afterwards has no day that could be missed.
        lines.Add(new QueueLine("", "", Home(state), Counter(state), state.Status.IsBeforeDecision() ? state.PromisedDue ?? state.CorrectionDue : null));
    }

    private static void AddPart(List<QueueLine> lines, CaseFile state, PartFile part)
    {
        var unit = new Unit(new OrgRule.Fixed(part.Org ?? state.Lead), part.Role ?? ClerkRole);
        if (part.Status == PartStatus.Unrouted) lines.Add(new QueueLine(part.Key, "", Lane.ToRoute, Counter(state), part.DueOn));
        else if (part.Signs is { } signs && part.Module is null)
            foreach (var leaf in signs.Active) lines.Add(new QueueLine(part.Key, leaf.Path, Lane.ToDo, QueueOf(leaf, unit, state), part.DueOn));
        else lines.Add(new QueueLine(part.Key, "", Lane.ToDo, QueueOf(unit, state) with { Kind = part.Module ?? QueueKey.Department }, part.DueOn));
    }

    private static QueueKey Counter(CaseFile state) => new(state.Lead, Town(state.AcceptRegion), ClerkRole, QueueKey.Department);

    private static QueueKey QueueOf(SignLeaf leaf, Unit otherwise, CaseFile state) => QueueOf(leaf.Unit ?? otherwise, state);

    private static QueueKey QueueOf(Unit unit, CaseFile state) =>
        new(unit.Org.Resolve(state.Lead, state.Org, state.Region) ?? state.Lead, Town(state.Region), unit.Role, QueueKey.Department);

    /// <summary>The town of a region code; shorter codes stay as they are.</summary>
    public static string Town(string? region) => region is null ? "" : region.Length > 9 ? region[..9] : region;
}
