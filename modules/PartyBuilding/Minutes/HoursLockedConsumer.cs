using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.PartyBuilding.Data;
using UnifiedPlatform.Sdk.Exchange;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.PartyBuilding.Minutes;

/// <summary>Takes over the locked hours of residents who are members; everybody else's are none of this module's business.</summary>
[Consumes("volunteering.hours-locked", 1)]
internal sealed class HoursLockedConsumer(PartyDbContext database, ILineage lineage, TimeProvider clock) : IConsume<HoursLocked>
{
    private const string Rule = "party-building.minutes-of-members";

    public async ValueTask ApplyAsync(IReadOnlyList<Delivered<HoursLocked>> batch, DbTransaction target, CancellationToken cancellationToken)
    {
        var people = batch.Select(hours => hours.Body.ResidentId).Distinct().ToArray();
        var members = await database.Members.Where(x => people.Contains(x.Resident)).ToDictionaryAsync(x => x.Resident, cancellationToken);
        foreach (var hours in batch)
        {
            if (!members.TryGetValue(hours.Body.ResidentId, out var member) || !member.IsMember && hours.Body.CorrectionOf is null) continue;
            if (await HasAsync(hours.Source, hours.Body.RecordId, cancellationToken)) continue;
            // A correction of hours that were never taken over (given before the membership) corrects nothing here.
            if (hours.Body.CorrectionOf is { } corrected && !await HasAsync(hours.Source, corrected, cancellationToken)) continue;
            var row = Row(hours, member);
            database.Add(row);
            lineage.Record("service-minutes", row.Id.ToString("D"), hours, Rule);
        }
        await database.SaveChangesAsync(cancellationToken);
    }

    private async Task<bool> HasAsync(string source, Guid record, CancellationToken cancellationToken) =>
        database.Minutes.Local.Any(x => x.Source == source && x.RecordId == record)
        || await database.Minutes.AnyAsync(x => x.Source == source && x.RecordId == record, cancellationToken);

    private ServiceMinutes Row(Delivered<HoursLocked> hours, Members.PartyMember member)
    {
        var row = new ServiceMinutes
        {
            MemberId = member.Id, Resident = member.Resident, RecordId = hours.Body.RecordId, Minutes = hours.Body.Minutes, Day = hours.Body.Day, ActivityId = hours.Body.ActivityId,
            CaseNumber = hours.Body.CaseNumber, CorrectionOf = hours.Body.CorrectionOf, Source = hours.Source, EventId = hours.EventId, Position = hours.Position, ReceivedAt = clock.GetUtcNow(),
        };
        (row.Scope.Region, row.Scope.Dept) = (member.Scope.Region, member.Scope.Dept);
        return row;
    }
}
