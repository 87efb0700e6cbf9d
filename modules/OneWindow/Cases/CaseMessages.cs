using UnifiedPlatform.OneWindow.Data;
using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.Sdk.Counter;
using UnifiedPlatform.Sdk.Exchange;
using UnifiedPlatform.Sdk.Lists;
using UnifiedPlatform.Sdk.Residents;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.OneWindow.Cases;

/// <summary>Tells the other modules what happened, in the transaction in which it happened.</summary>
internal sealed class CaseMessages(IOutbox outbox)
{
    /// <param name="before">The case before the events; null: it is new.</param>
    /// <param name="after">The case after them.</param>
    /// <param name="row">Its row, with number.</param>
    /// <param name="rules">Its rules.</param>
    /// <param name="events">What happened.</param>
    /// <param name="grantOf">Grant of a part that was asked.</param>
    public void Publish(CaseFile? before, CaseFile after, CaseRow row, ServiceItem rules, IReadOnlyList<CaseEvent> events, Func<string, Guid> grantOf)
    {
        foreach (var happened in events)
        {
            if (happened.PartKey is { } key && after.Parts.TryGetValue(key, out var part) && rules.FindPart(key) is { } rule) OfPart(before, after, row, happened, part, rule, rules.Title, grantOf);
            else OfCase(after, row, happened);
        }
    }

    /// <summary>Says what became of a module's report.</summary>
    public void Settle(PartSettled report, long version) => outbox.Publish(CaseTopics.PartReportSettled, report.Ref.ToString(), version, report);

    private void OfPart(CaseFile? before, CaseFile after, CaseRow row, CaseEvent happened, PartFile part, Part rule, LocalizedText item, Func<string, Guid> grantOf)
    {
        var reference = new PartRef(row.Number, part.Key, happened.Data.Round ?? part.Round);
        // Who handed the part back knows that it ended there; an end that overtook a new request would take it away again.
        var asked = before?.Parts.GetValueOrDefault(part.Key) is { Status: not PartStatus.Unrouted } known ? known.Module : null;
        switch (happened.Kind)
        {
            case EventKinds.PartRequested or EventKinds.PartRerouted:
                if (happened.Kind == EventKinds.PartRerouted && asked is not null) End(reference, "rerouted", after, happened);
                if (part.Module is not null && rule.Handler.Capability is { } capability)
                    outbox.Publish(CaseTopics.PartRequested, reference.ToString(), happened.Seq, new PartRequest(
                        reference, row.ItemCode, after.RuleVersion ?? after.FormVersion, capability, rule.Title, new ResidentId(after.Subject), after.Region ?? "", after.Grid, part.DueOn, rule.Blocking, grantOf(part.Key), item));
                break;
            case EventKinds.PartAnswered when part.Module is not null: End(reference, "answered", after, happened); break;
            case EventKinds.PartCancelled when asked is not null: End(reference, happened.Data.Method == "closed" ? "closed" : "cancelled", after, happened); break;
            case EventKinds.PartReopened when asked is not null: End(reference with { Round = reference.Round - 1 }, "superseded", after, happened); break;
            case EventKinds.Fixed when part.Module is not null:
                outbox.Publish(CaseTopics.PartChanged, reference.ToString(), happened.Seq, new PartChange(reference, ["input"], null, happened.Data.Points ?? []));
                break;
            case EventKinds.PartReminded when part.Module is not null:
                outbox.Publish(CaseTopics.PartChanged, reference.ToString(), happened.Seq, new PartChange(reference, ["priority"], null, []));
                break;
        }
    }

    private void OfCase(CaseFile after, CaseRow row, CaseEvent happened)
    {
        var topic = happened.Kind switch
        {
            EventKinds.Accepted => CaseTopics.Accepted,
            EventKinds.Decided => CaseTopics.Decided,
            EventKinds.Closed => CaseTopics.Closed,
            EventKinds.Withdrawn => CaseTopics.Withdrawn,
            _ => null,
        };
        if (topic is null) return;
        var documents = after.Documents.Where(document => document.At == happened.At).Select(document => $"{row.Number}-{document.Kind}{document.N:D2}").ToList();
        outbox.Publish(topic, row.Number, happened.Seq, new CaseNews(row.Number, row.ItemCode, after.Subject, after.Region, happened.OnDay, after.Outcome, documents, happened.Data.ValidFrom, happened.Data.ValidTo));
    }

    private void End(PartRef part, string reason, CaseFile after, CaseEvent happened) =>
        outbox.Publish(CaseTopics.PartEnded, part.ToString(), happened.Seq, new PartEnd(part, reason, Code.Of(after.Status)));
}
