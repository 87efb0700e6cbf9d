using UnifiedPlatform.OneWindow.Data;
using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.OneWindow.Domain.Signing;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Residents;

namespace UnifiedPlatform.OneWindow.Cases;

/// <summary>Opens case, part and resident to those who have something to do, and closes them in the transaction that ends it.</summary>
internal sealed class CaseGrants(OneWindowDbContext database, ITaskGrants tasks, IGrants residents, IUnitOfWork unit, TimeProvider clock)
{
    /// <summary>Stands for the part key in grants of those who decide.</summary>
    public const string Deciding = "~decide";

    /// <summary>Stands for the part key in grants of who accepted.</summary>
    public const string Lead = "~lead";

    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);
    private static readonly TimeSpan Lease = TimeSpan.FromHours(36);

    public async Task KeepAsync(CaseFile? before, CaseFile after, CaseRow row, ServiceItem rules, IReadOnlyList<CaseEvent> events, Guid lead, Func<string, PartRow> partOf, CancellationToken cancellationToken)
    {
        if (before is null) Give($"account:{lead}", CasePolicy.Type, row.Id, "view,edit", row.Number, Lead);
        foreach (var happened in events)
        {
            switch (happened.Kind)
            {
                case EventKinds.PartRequested or EventKinds.PartRerouted when happened.PartKey is { } key:
                    await EndAsync(row.Number, key, cancellationToken);
                    Open(after, row, rules, after.Parts[key], partOf(key));
                    break;
                case EventKinds.PartAnswered or EventKinds.PartCancelled or EventKinds.PartWaived or EventKinds.PartDeclined or EventKinds.PartReopened when happened.PartKey is { } key:
                    await EndAsync(row.Number, key, cancellationToken);
                    break;
                case EventKinds.PartsJoined:
                    foreach (var subject in Subjects(after, rules.Decide.Sign is { } sign ? Units(sign) : [rules.Decide.By]))
                    {
                        Give(subject, CasePolicy.Type, row.Id, "view,decide", row.Number, Deciding);
                        Lend(subject, after, row.Number, Deciding);
                    }
                    break;
                case EventKinds.Decided: await EndAsync(row.Number, Deciding, cancellationToken); break;
                case EventKinds.Closed or EventKinds.Withdrawn: await EndAsync(row.Number, null, cancellationToken); break;
            }
        }
    }

    /// <summary>Who may do the part: the module asked, or the holders of its roles.</summary>
    public static IEnumerable<string> SubjectsOf(CaseFile state, ServiceItem rules, PartFile part)
    {
        if (part.Module is { } module) return [$"module:{module}"];
        var unit = new Unit(new OrgRule.Fixed(part.Org ?? state.Lead), part.Role ?? "");
        return Subjects(state, part.Signs is not null && rules.FindPart(part.Key)?.Sign is { } sign ? Units(sign) : [unit]);
    }

    /// <summary>Lends the resident to the handlers of a part for another day.</summary>
    public void Renew(CaseFile state, ServiceItem rules, PartFile part, string number)
    {
        foreach (var subject in SubjectsOf(state, rules, part)) Lend(subject, state, number, part.Key);
    }

    private void Open(CaseFile state, CaseRow row, ServiceItem rules, PartFile part, PartRow partRow)
    {
        foreach (var subject in SubjectsOf(state, rules, part))
        {
            var grant = new TaskGrant(Guid.CreateVersion7(), subject, PartPolicy.Type, partRow.Id, "view,edit", row.Number, part.Key, clock.GetUtcNow() + Longest);
            tasks.Give(database, grant);
            partRow.GrantId = grant.Id;
            Give(subject, CasePolicy.Type, row.Id, "view", row.Number, part.Key);
            Lend(subject, state, row.Number, part.Key);
        }
    }

    private void Give(string subject, string type, Guid resource, string verbs, string number, string part) =>
        tasks.Give(database, new TaskGrant(Guid.CreateVersion7(), subject, type, resource, verbs, number, part, clock.GetUtcNow() + Longest));

    // The resident lies in another database: lent last, so that hardly a lease outlives a failed commit; it ends by itself anyway.
    private void Lend(string subject, CaseFile state, string number, string part) => unit.BeforeCommit(token =>
        residents.GiveAsync(subject, new ResidentId(state.Subject), "view,reveal", number, part, clock.GetUtcNow() + Lease, token));

    private async Task EndAsync(string number, string? part, CancellationToken cancellationToken)
    {
        await tasks.EndAsync(database, number, part, cancellationToken);
        unit.BeforeCommit(token => residents.EndAsync(number, part, token));
    }

    private static IEnumerable<string> Subjects(CaseFile state, IEnumerable<Unit> units) =>
        units.Select(unit => $"role:{unit.Role}@{unit.Org.Resolve(state.Lead, state.Org, state.Region) ?? state.Lead}").Distinct();

    private static IEnumerable<Unit> Units(Sign sign) => sign switch
    {
        Sign.ByRole leaf => [leaf.Unit],
        Sign.All node => node.Of.SelectMany(Units),
        Sign.Any node => node.Of.SelectMany(Units),
        Sign.Sequence node => node.Of.SelectMany(Units),
        Sign.Quorum node => node.Of.SelectMany(Units),
        _ => [],
    };
}
