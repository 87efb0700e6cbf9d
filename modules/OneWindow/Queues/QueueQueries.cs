using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.OneWindow.Cases;
using UnifiedPlatform.OneWindow.Data;
using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.OneWindow.Domain.Clocks;
using UnifiedPlatform.OneWindow.Domain.Queues;
using UnifiedPlatform.OneWindow.Items;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Calendar;
using UnifiedPlatform.Sdk.Counter;
using UnifiedPlatform.Sdk.Residents;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.OneWindow.Queues;

/// <summary>The queues a person holds. A queue is a scope of its own: who holds it sees all of it, so counts are exact.</summary>
internal sealed class QueueQueries(OneWindowDbContext database, ActingPeople people, ItemCatalogue items, IResidents residents, IWorkCalendar calendar)
{
    /// <summary>Open work of the person's queues, soonest first.</summary>
    public async Task<QueuePage> MineAsync(Lane? lane, string? cursor, int limit, CancellationToken cancellationToken)
    {
        var queues = await MyQueuesAsync(cancellationToken);
        var work = database.WorkItems.AsNoTracking().Where(item => queues.Contains(item.QueueId) && (lane == null || item.Lane == lane));
        if (Cursor(cursor) is var (due, id)) work = work.Where(item => item.DueOn > due || (item.DueOn == due && item.Id.CompareTo(id) > 0));
        var page = await work.OrderBy(item => item.DueOn).ThenBy(item => item.Id).Take(limit + 1).ToListAsync(cancellationToken);
        var shown = page.Take(limit).ToList();
        var next = page.Count > limit ? $"{shown[^1].DueOn:yyyyMMdd}{shown[^1].Id:N}" : null;
        return new QueuePage(await LinesAsync(shown, cancellationToken), next);
    }

    /// <summary>Exact numbers by lane.</summary>
    public async Task<IReadOnlyDictionary<Lane, int>> CountsAsync(CancellationToken cancellationToken)
    {
        var queues = await MyQueuesAsync(cancellationToken);
        return await database.WorkItems.Where(item => queues.Contains(item.QueueId)).GroupBy(item => item.Lane).Select(lane => new { lane.Key, Count = lane.Count() })
            .ToDictionaryAsync(lane => lane.Key, lane => lane.Count, cancellationToken);
    }

    /// <summary>What the person's queues ask for today: exact numbers, and the lines to look after first.</summary>
    public async Task<QueueDay> TodayAsync(int limit, CancellationToken cancellationToken)
    {
        var (queues, today) = (await MyQueuesAsync(cancellationToken), calendar.Today);
        var work = database.WorkItems.AsNoTracking().Where(item => queues.Contains(item.QueueId));
        var counts = await work.GroupBy(item => 1).Select(all => new
        {
            Overdue = all.Count(item => item.DueOn < today), Due = all.Count(item => item.DueOn == today), Waiting = all.Count(item => item.Lane == Lane.WaitApplicant),
            ToDeliver = all.Count(item => item.Lane == Lane.ToIssue || item.Lane == Lane.ToDeliver),
        }).FirstOrDefaultAsync(cancellationToken);
        var first = await work.Where(item => item.DueOn <= today || item.Lane == Lane.WaitApplicant || item.Lane == Lane.ToRoute || item.Lane == Lane.ToAccept || item.Lane == Lane.ToIssue || item.Lane == Lane.ToDeliver)
            .OrderBy(item => item.DueOn).ThenBy(item => item.Id).Take(limit).ToListAsync(cancellationToken);
        return new QueueDay(counts?.Overdue ?? 0, counts?.Due ?? 0, counts?.Waiting ?? 0, counts?.ToDeliver ?? 0, await LinesAsync(first, cancellationToken));
    }

    private async Task<List<Guid>> MyQueuesAsync(CancellationToken cancellationToken)
    {
        var by = people.Anybody();
        var queues = await database.Queues.AsNoTracking().Where(queue => queue.Org == by.Org && queue.Kind == QueueKey.Department).ToListAsync(cancellationToken);
        return [.. queues.Where(queue => by.Holds(queue.Key)).Select(queue => queue.Id)];
    }

    private async Task<IReadOnlyList<QueueEntry>> LinesAsync(List<WorkItemRow> work, CancellationToken cancellationToken)
    {
        var ids = work.Select(item => item.CaseId).Distinct().ToList();
        var cases = await database.Cases.BeyondAccess("what stands in the own queue is the actor's work").AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        var parts = await database.Parts.BeyondAccess("what stands in the own queue is the actor's work").AsNoTracking().Where(part => ids.Contains(part.CaseId)).ToListAsync(cancellationToken);
        var signs = await database.Signs.AsNoTracking().Where(sign => ids.Contains(sign.CaseId)).ToDictionaryAsync(sign => sign.Id, cancellationToken);
        var people = await residents.SummariesAsync([.. cases.Values.Select(row => new ResidentId(row.SubjectId)).Distinct()], cancellationToken);
        var lines = new List<QueueEntry>();
        foreach (var item in work)
        {
            var row = cases[item.CaseId];
            var rules = await items.PinnedAsync(row.ItemCode, row.RuleVersion ?? row.FormVersion, cancellationToken);
            var part = item.PartKey.Length == 0 ? null : parts.First(part => part.CaseId == item.CaseId && part.PartKey == item.PartKey);
            var summary = people.GetValueOrDefault(new ResidentId(row.SubjectId));
            DateOnly? due = item.DueOn == WorkItemRow.NoDue ? null : item.DueOn;
            lines.Add(new QueueEntry(
                row.Number, rules.Title, item.Lane, row.State, part is null ? null : new PartRef(row.Number, part.PartKey, part.Round).ToString(), part is null ? null : rules.FindPart(part.PartKey)?.Title,
                row.SubjectId, summary?.Name ?? "", summary?.Address, due, due is { } day ? calendar.Remaining(calendar.Today, day) : null,
                row.State.IsBeforeDecision() && row.AcceptedOn is not null ? Colours.On(calendar.Today, row.YellowOn, row.PromisedDue, row.StatutoryDue) : null, item.ClaimedBy ?? (IsTaken(item, part, signs) ? part?.TakenBy : null), item.Since, row.Version)
            {
                Line = $"{item.PartKey}#{(signs.TryGetValue(item.SignId, out var sign) ? sign.Path : "")}", PartState = part?.State,
            });
        }
        return lines;
    }

    // Whoever took a part that several sign holds the first signature; the next signer's line is free again.
    private static bool IsTaken(WorkItemRow item, PartRow? part, Dictionary<Guid, SignRow> signs) =>
        part is not null && (item.SignId == Guid.Empty || !signs.Values.Any(sign => sign.CaseId == item.CaseId && sign.PartKey == part.PartKey && sign.Round == part.Round && sign.SignedBy is not null));

    private static (DateOnly Due, Guid Id)? Cursor(string? text) =>
        text is { Length: 40 } && DateOnly.TryParseExact(text[..8], "yyyyMMdd", out var due) && Guid.TryParseExact(text[8..], "N", out var id) ? (due, id) : null;
}

/// <summary>A page of open work.</summary>
public sealed record QueuePage(IReadOnlyList<QueueEntry> Items, string? NextCursor);

/// <summary>A line of open work: case, part and whom it is about, masked.</summary>
public sealed record QueueEntry(
    string Case, LocalizedText Item, Lane Lane, CaseStatus State, string? Part, LocalizedText? PartTitle, Guid Subject, string Name, string? Address, DateOnly? DueOn, int? Left, Colour? Colour, Guid? Holder,
    DateTimeOffset Since, int Version)
{
    /// <summary>Key by which the line is claimed.</summary>
    public string Line { get; init; } = "#";

    public PartStatus? PartState { get; init; }
}
