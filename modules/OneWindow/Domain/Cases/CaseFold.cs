using System.Collections.Immutable;
using UnifiedPlatform.OneWindow.Domain.Clocks;
using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.OneWindow.Domain.Queues;
using UnifiedPlatform.OneWindow.Domain.Signing;
using UnifiedPlatform.Sdk.Calendar;
using UnifiedPlatform.Sdk.Counter;

namespace UnifiedPlatform.OneWindow.Domain.Cases;

/// <summary>Folds the log into the case. Pure: the same log, rules and calendar give the same case.</summary>
public static class CaseFold
{
    public static CaseFile? Fold(IEnumerable<CaseEvent> log, ServiceItem rules, IWorkCalendar calendar) =>
        log.Aggregate((CaseFile?)null, (state, happened) => Apply(state, happened, rules, calendar));

    public static CaseFile Apply(CaseFile? state, CaseEvent happened, ServiceItem rules, IWorkCalendar calendar)
    {
        var next = state is null ? Begin(happened) : happened.PartKey is null ? OfCase(state, happened, rules, calendar) : OfPart(state, happened, rules, calendar);
        next = next with { Version = happened.Seq, Keys = next.Keys.Add(happened.Key) };
        var lines = next.Status.IsOpen() ? QueueLines.Of(next, rules).Select(line => line.Key).ToHashSet() : [];
        return next with
        {
            Claims = next.Claims.RemoveRange(next.Claims.Keys.Where(key => !lines.Contains(key))),
            NextCheckOn = NextCheck(next, happened.OnDay),
        };
    }

    private static CaseFile Begin(CaseEvent happened) => happened.Kind != EventKinds.Received
        ? throw new InvalidOperationException($"A log begins with {EventKinds.Received}, not with {happened.Kind}.")
        : new CaseFile
        {
            Item = happened.Data.Item ?? "",
            FormVersion = happened.Data.ItemVersion ?? 0,
            Situation = happened.Data.Situation,
            Subject = happened.Data.Subject ?? Guid.Empty,
            Applicant = happened.Data.Applicant ?? Guid.Empty,
            Status = CaseStatus.Received,
            Lead = happened.Data.Org ?? happened.Org ?? "",
            ApplyRegion = happened.Data.ApplyRegion,
            AcceptRegion = happened.Data.ApplyRegion,
            Region = happened.Data.Region,
            Grid = happened.Data.Grid,
            ReceivedOn = happened.Data.DoneOn ?? happened.OnDay,
            Materials = (happened.Data.Materials ?? ImmutableDictionary<string, MaterialStatus>.Empty).ToImmutableSortedDictionary(StringComparer.Ordinal),
        };

    private static CaseFile OfCase(CaseFile state, CaseEvent happened, ServiceItem rules, IWorkCalendar calendar) => happened.Kind switch
    {
        EventKinds.Accepted => Accept(state, happened, rules, calendar),
        EventKinds.CorrectionAsked => state with
        {
            Status = CaseStatus.Correcting, CorrectionAskedOn = happened.OnDay, CorrectionPoints = happened.Data.Points ?? [],
            CorrectionDue = rules.Clocks.Supplement is { } supplement ? calendar.Add(happened.OnDay, supplement.Limit).Due : null,
        },
        EventKinds.Corrected => state with
        {
            Status = CaseStatus.Received, CorrectionPoints = [], CorrectionDue = null, CompletedOn = happened.Data.DoneOn ?? happened.OnDay,
            Materials = happened.Data.Materials is { } materials ? state.Materials.SetItems(materials) : state.Materials,
        },
        EventKinds.PartsJoined => state with { Status = CaseStatus.Deciding, DecisionSigns = SignTree.Fresh(rules.Decide.Sign ?? new Sign.ByRole(rules.Decide.By)) },
        EventKinds.DecisionSigned when state.DecisionSigns is { } signs && happened.Data is { Leaf: { } leaf, Opinion: { } opinion } =>
            state with { DecisionSigns = signs.Answer(leaf, opinion) },
        EventKinds.Decided => state with { Status = CaseStatus.Decided, Outcome = happened.Data.Outcome, DecidedOn = happened.OnDay },
        EventKinds.Issued => state with { Status = CaseStatus.Issued },
        EventKinds.Delivered => state with { Status = CaseStatus.Delivered, DeliveredOn = happened.OnDay },
        EventKinds.Closed => state with { Status = CaseStatus.Closed, ClosedAt = happened.At, ClosedOn = happened.OnDay, CloseRegion = happened.Data.Region ?? state.AcceptRegion },
        EventKinds.Withdrawn => state with { Status = CaseStatus.Withdrawn, ClosedAt = happened.At, ClosedOn = happened.OnDay },
        EventKinds.Rated => state with { Score = happened.Data.Score },
        EventKinds.Claimed => Claim(state, happened),
        EventKinds.Released => state with { Claims = state.Claims.Remove(happened.Data.Leaf ?? "") },
        EventKinds.DocumentIssued when happened.Data is { Document: { } kind, N: { } n } =>
            state with { Documents = state.Documents.Add(new IssuedDocument(kind, n, happened.OnDay, happened.At, null, happened.Data.Method)) },
        _ => state,
    };

    private static CaseFile Claim(CaseFile state, CaseEvent happened) => state with { Claims = state.Claims.SetItem(happened.Data.Leaf ?? "", happened.Actor) };

    private static CaseFile Accept(CaseFile state, CaseEvent happened, ServiceItem rules, IWorkCalendar calendar)
    {
        var day = happened.Data.DoneOn ?? happened.OnDay;
        var promised = calendar.Add(day, rules.Clocks.Promised.Limit);
        var statutory = rules.Clocks.Statutory is { } law ? calendar.Add(day, law.Limit) : null;
        return state with
        {
            Status = CaseStatus.UnderReview,
            RuleVersion = happened.Data.ItemVersion,
            Org = happened.Data.Org,
            Region = happened.Data.Region ?? state.Region,
            Grid = happened.Data.Grid ?? state.Grid,
            AcceptedOn = day,
            PromisedDue = promised.Due,
            StatutoryDue = statutory?.Due,
            YellowOn = calendar.YellowOn(day, promised.Due, rules.Clocks.Promised.Limit, rules.Clocks.Colour),
            MissingYear = promised.MissingYear ?? statutory?.MissingYear,
            Materials = happened.Data.Materials is { } materials ? state.Materials.SetItems(materials) : state.Materials,
            Parts = rules.Parts.ToImmutableSortedDictionary(part => part.Key, part => new PartFile(part.Key, part.Kind) { Capability = part.Handler.Capability }, StringComparer.Ordinal),
        };
    }

    private static CaseFile OfPart(CaseFile state, CaseEvent happened, ServiceItem rules, IWorkCalendar calendar)
    {
        var key = happened.PartKey ?? "";
        if (!state.Parts.TryGetValue(key, out var part) || rules.FindPart(key) is not { } rule) return state;
        var next = state with { Parts = state.Parts.SetItem(key, PartFold.Apply(part, happened, rule, calendar)) };
        return happened.Kind switch
        {
            EventKinds.PartTaken or EventKinds.PartSigned or EventKinds.PartAnswered when happened.Actor != Guid.Empty => next with { Handlers = next.Handlers.Add(happened.Actor) },
            EventKinds.Fixed when happened.Data.Materials is { } materials => next with { Materials = next.Materials.SetItems(materials) },
            EventKinds.PartReopened => next with { Status = CaseStatus.UnderReview, DecisionSigns = null },
            EventKinds.DocumentIssued when happened.Data is { Document: { } kind, N: { } n } =>
                next with { Documents = next.Documents.Add(new IssuedDocument(kind, n, happened.OnDay, happened.At, key, happened.Data.Method)) },
            _ => next,
        };
    }

    private static DateOnly? NextCheck(CaseFile state, DateOnly today) => !state.Status.IsOpen() ? null
        : new[] { state.YellowOn, state.PromisedDue, state.PromisedDue?.AddDays(1), state.StatutoryDue?.AddDays(1) }
            .Concat(state.Parts.Values.Where(part => part.Status.IsActive()).Select(part => part.DueOn))
            .Where(day => day > today).Min();
}
