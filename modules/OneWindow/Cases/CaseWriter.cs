using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.OneWindow.Data;
using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.OneWindow.Domain.Queues;
using UnifiedPlatform.OneWindow.Domain.Signing;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.OneWindow.Cases;

/// <summary>Writes the fold of a case: its row, parts, signatures, papers, documents and open work, as the difference to what is kept.</summary>
internal sealed class CaseWriter(OneWindowDbContext database)
{
    public static void Fill(CaseRow row, CaseFile state, int openItems)
    {
        (row.RuleVersion, row.Situation, row.State, row.Lead, row.Org) = (state.RuleVersion, state.Situation, state.Status, state.Lead, state.Org);
        row.Scope.Region = state.Region ?? state.AcceptRegion;
        (row.Scope.Grid, row.Scope.Dept) = (state.Grid, state.Org ?? state.Lead);
        (row.ApplyRegion, row.AcceptRegion, row.CloseRegion) = (state.ApplyRegion, state.AcceptRegion, state.CloseRegion);
        (row.AcceptedOn, row.PromisedDue, row.StatutoryDue, row.YellowOn, row.MissingYear, row.NextCheckOn) =
            (state.AcceptedOn, state.PromisedDue, state.StatutoryDue, state.YellowOn, state.MissingYear, state.NextCheckOn);
        (row.Outcome, row.DecidedOn, row.ClosedOn, row.ClosedAt) = (state.Outcome, state.DecidedOn, state.ClosedOn, state.ClosedAt);
        row.Flags = state.FixOpen ? "fix-open" : "";
        (row.OpenItems, row.Seq) = (openItems, state.Version);
    }

    public void Append(Guid caseId, IReadOnlyList<CaseEvent> events) => database.Events.AddRange(events.Select(happened => CaseLog.Row(caseId, happened)));

    public async Task<IReadOnlyDictionary<string, PartRow>> PartsAsync(CaseRow row, CaseFile state, CancellationToken cancellationToken)
    {
        var kept = await database.Parts.BeyondAccess("the case was opened under the actor's rights").Where(part => part.CaseId == row.Id).ToDictionaryAsync(part => part.PartKey, cancellationToken);
        foreach (var part in state.Parts.Values)
        {
            if (!kept.TryGetValue(part.Key, out var file))
            {
                kept[part.Key] = file = new PartRow { Id = Guid.CreateVersion7(), CaseId = row.Id, PartKey = part.Key, Kind = part.Kind, Round = part.Round, State = part.Status };
                database.Parts.Add(file);
            }
            (file.Round, file.State, file.Capability, file.Module, file.Org, file.Role) = (part.Round, part.Status, part.Capability, part.Module, part.Org, part.Role);
            (file.DueOn, file.RequestedAt, file.TakenBy, file.AnsweredAt, file.Outcome) = (part.DueOn, part.RequestedAt, part.TakenBy, part.AnsweredAt, part.Opinion);
            (file.Scope.Region, file.Scope.Grid, file.Scope.Dept, file.Scope.Owner) = (state.Region, state.Grid, part.Org, part.TakenBy);
        }
        return kept;
    }

    public async Task SignsAsync(CaseRow row, CaseFile state, ServiceItem rules, CancellationToken cancellationToken)
    {
        var kept = await database.Signs.Where(sign => sign.CaseId == row.Id).ToDictionaryAsync(sign => sign.Id, cancellationToken);
        foreach (var part in state.Parts.Values)
            if (part.Signs is { } signs && rules.FindPart(part.Key)?.Sign is { } rule) Signs(row.Id, part.Key, part.Round, rule, signs, path => part.SignedBy.TryGetValue(path, out var by) ? by : null);
        if (state.DecisionSigns is { } decision) Signs(row.Id, "", 1, decision.Rule, decision, _ => null);

        void Signs(Guid caseId, string part, int round, Sign rule, SignTree tree, Func<string, Guid?> signedBy)
        {
            foreach (var leaf in tree.Leaves())
            {
                var id = Hashes.SignId(caseId, part, round, leaf.Path);
                if (!kept.TryGetValue(id, out var file))
                {
                    kept[id] = file = new SignRow
                    {
                        Id = id, CaseId = caseId, PartKey = part, Round = round, ParentId = rule is Sign.ByRole or Sign.ByPerson ? null : Hashes.SignId(caseId, part, round, "tree"),
                        Node = SignNode.Leaf, Ord = kept.Count, Path = leaf.Path, Role = leaf.Unit?.Role, Org = leaf.Unit?.Org.Resolve(state.Lead, state.Org, state.Region), Person = leaf.Person, State = leaf.State,
                    };
                    database.Signs.Add(file);
                }
                (file.State, file.Opinion, file.SignedBy) = (leaf.State, leaf.Opinion, signedBy(leaf.Path) ?? file.SignedBy);
            }
        }
    }

    public async Task MaterialsAsync(CaseRow row, CaseFile state, ServiceItem rules, CancellationToken cancellationToken)
    {
        var kept = await database.Materials.Where(material => material.CaseId == row.Id).ToDictionaryAsync(material => material.MaterialKey, cancellationToken);
        foreach (var (key, status) in state.Materials)
        {
            if (!kept.TryGetValue(key, out var file)) database.Materials.Add(file = new MaterialRow { CaseId = row.Id, MaterialKey = key, State = status });
            var rule = rules.Materials.FirstOrDefault(material => material.Key == key);
            (file.State, file.Original, file.Copies) = (status, status == MaterialStatus.Given ? rule?.Original ?? 0 : 0, status == MaterialStatus.Given ? rule?.Copies ?? 0 : 0);
            if (status == MaterialStatus.Fetched) file.Source = rule?.Sources is [var first, ..] ? first : null;
        }
    }

    /// <summary>Brings the open work in line with the case; returns how many lines there are.</summary>
    public async Task<int> WorkAsync(CaseRow row, CaseFile state, ServiceItem rules, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var lines = QueueLines.Of(state, rules);
        var kept = await database.WorkItems.Where(item => item.CaseId == row.Id).ToListAsync(cancellationToken);
        var stale = kept.ToDictionary(item => (item.PartKey, item.SignId));
        foreach (var line in lines)
        {
            var queue = await QueueAsync(line.Queue, cancellationToken);
            var round = line.PartKey.Length == 0 ? 1 : state.Parts[line.PartKey].Round;
            var sign = line.Leaf.Length == 0 ? Guid.Empty : Hashes.SignId(row.Id, line.PartKey, round, line.Leaf);
            var due = line.DueOn ?? WorkItemRow.NoDue;
            if (!stale.Remove((line.PartKey, sign), out var item))
                database.WorkItems.Add(item = new WorkItemRow { Id = Guid.CreateVersion7(now), CaseId = row.Id, PartKey = line.PartKey, SignId = sign, QueueId = queue, Lane = line.Lane, DueOn = due, Since = now });
            else if (item.QueueId != queue || item.Lane != line.Lane) item.Since = now;
            (item.QueueId, item.Lane, item.DueOn) = (queue, line.Lane, due);
            item.ClaimedBy = state.Claims.TryGetValue(line.Key, out var holder) ? holder : null;
        }
        database.WorkItems.RemoveRange(stale.Values);
        return lines.Count;
    }

    public async Task DocumentsAsync(CaseRow row, CaseFile state, ServiceItem rules, CancellationToken cancellationToken)
    {
        var kept = await database.Documents.Where(document => document.CaseId == row.Id).Select(document => document.Number).ToListAsync(cancellationToken);
        foreach (var document in state.Documents)
        {
            var number = $"{row.Number}-{document.Kind}{document.N:D2}";
            if (kept.Contains(number)) continue;
            database.Documents.Add(new DocumentRow
            {
                Number = number, CaseId = row.Id, PartKey = document.PartKey, Kind = document.Kind, Template = document.Template ?? "", OnDay = document.OnDay, IssuedAt = document.At,
                DataHash = Hashes.Of($"{row.Id:N}:{state.Version}:{rules.Code}@{rules.Version}"),
            });
        }
    }

    // A queue of a rule that nobody has set up yet comes to be with its first line: work never waits for a list of queues.
    // Of two first lines at once the second waits for the first one's commit and then finds its queue.
    private async Task<Guid> QueueAsync(QueueKey key, CancellationToken cancellationToken)
    {
        if (await FindQueueAsync(key, cancellationToken) is { } found) return found.Id;
        var id = Guid.CreateVersion7();
        object stored = database.Database.IsSqlite() ? id.ToByteArray(bigEndian: true) : id;
        await database.Database.ExecuteSqlRawAsync(
            "INSERT INTO queue (id, org, region, role, kind, enabled) VALUES ({0}, {1}, {2}, {3}, {4}, {5}) ON CONFLICT DO NOTHING",
            [stored, key.Org, key.Region, key.Role, key.Kind, true], cancellationToken);
        return (await FindQueueAsync(key, cancellationToken))!.Id; // It is there now, by this line or the other one.
    }

    private async Task<QueueRow?> FindQueueAsync(QueueKey key, CancellationToken cancellationToken) =>
        await database.Queues.FirstOrDefaultAsync(queue => queue.Org == key.Org && queue.Region == key.Region && queue.Role == key.Role && queue.Kind == key.Kind, cancellationToken);
}
