using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.OneWindow.Data;
using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.OneWindow.Items;
using UnifiedPlatform.Sdk.Calendar;

namespace UnifiedPlatform.OneWindow.Cases;

/// <summary>Reads cases from their log.</summary>
internal sealed class CaseLog(OneWindowDbContext database, ItemCatalogue items, IWorkCalendar calendar)
{
    public async Task<LoadedCase> LoadAsync(CaseRow row, CancellationToken cancellationToken)
    {
        var rows = await database.Events.AsNoTracking().Where(happened => happened.CaseId == row.Id).OrderBy(happened => happened.Seq).ToListAsync(cancellationToken);
        var log = rows.Select(Open).ToList();
        var rules = await items.PinnedAsync(row.ItemCode, row.RuleVersion ?? row.FormVersion, cancellationToken);
        var state = CaseFold.Fold(log, rules, calendar) ?? throw new InvalidOperationException("A case row without a log.");
        return new LoadedCase(row, state, rules, log);
    }

    public static CaseEvent Open(EventRow row) => new(row.Seq, row.Kind, row.OnDay, row.At, row.Actor, row.OnBehalf, row.Org, row.PartKey, row.Key, CaseJson.Read<EventData>(row.Data));

    public static EventRow Row(Guid caseId, CaseEvent happened) => new()
    {
        CaseId = caseId, Seq = happened.Seq, Kind = happened.Kind, OnDay = happened.OnDay, At = happened.At, Actor = happened.Actor, OnBehalf = happened.OnBehalf,
        Org = happened.Org, PartKey = happened.PartKey, Key = happened.Key, Data = CaseJson.Write(happened.Data),
    };
}
