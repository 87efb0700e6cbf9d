using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using UnifiedPlatform.OneWindow.Data;
using UnifiedPlatform.Sdk.Calendar;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.OneWindow.Cases;

/// <summary>Folds logs again and compares with what is kept. Repairs the state where asked, never the log.</summary>
internal sealed class FoldCheck(OneWindowDbContext database, CaseLog log, CaseWriter writer, IUnitOfWork unit, IWorkCalendar calendar, TimeProvider clock, ILogger<FoldCheck> logger)
{
    private const int Random = 1_000;

    /// <summary>Compares the cases touched today, some at random and every open case without work; returns the numbers of those that differ.</summary>
    public async Task<IReadOnlyList<string>> CheckAsync(CancellationToken cancellationToken)
    {
        var today = calendar.Today;
        var ids = await database.Events.Where(happened => happened.OnDay == today).Select(happened => happened.CaseId).Distinct().ToListAsync(cancellationToken);
        var first = Guid.CreateVersion7(clock.GetUtcNow().AddDays(-System.Random.Shared.Next(3650)));
        ids.AddRange(await database.Cases.Where(row => row.Id.CompareTo(first) > 0).OrderBy(row => row.Id).Select(row => row.Id).Take(Random).ToListAsync(cancellationToken));
        ids.AddRange(await OrphansAsync(cancellationToken));
        var wrong = new List<string>();
        foreach (var id in ids.Distinct())
            if (await DiffersAsync(id, repair: false, cancellationToken) is { } number) wrong.Add(number);
        if (wrong.Count > 0) logger.LogError("The state of {Count} cases is not what their log says: {Numbers}.", wrong.Count, string.Join(' ', wrong));
        return wrong;
    }

    /// <summary>Open cases without work. A case in no queue is the worst drift there is, so all are looked at.</summary>
    public Task<List<Guid>> OrphansAsync(CancellationToken cancellationToken) =>
        database.Cases.Where(row => row.ClosedAt == null && !database.WorkItems.Any(item => item.CaseId == row.Id)).Select(row => row.Id).ToListAsync(cancellationToken);

    /// <summary>Writes the state of one case as its log says; false: there is no such case.</summary>
    public async Task<bool> RepairAsync(string number, CancellationToken cancellationToken)
    {
        var id = await database.Cases.Where(row => row.Number == number).Select(row => (Guid?)row.Id).FirstOrDefaultAsync(cancellationToken);
        if (id is not { } found) return false;
        await DiffersAsync(found, repair: true, cancellationToken);
        return true;
    }

    private ValueTask<string?> DiffersAsync(Guid id, bool repair, CancellationToken cancellationToken) => unit.RunAsync(async token =>
    {
        var row = await database.Cases.FirstAsync(row => row.Id == id, token);
        var loaded = await log.LoadAsync(row, token);
        await writer.PartsAsync(row, loaded.State, token);
        await writer.SignsAsync(row, loaded.State, loaded.Rules, token);
        await writer.MaterialsAsync(row, loaded.State, loaded.Rules, token);
        await writer.DocumentsAsync(row, loaded.State, loaded.Rules, token);
        CaseWriter.Fill(row, loaded.State, await writer.WorkAsync(row, loaded.State, loaded.Rules, clock.GetUtcNow(), token));
        var differs = database.ChangeTracker.HasChanges();
        if (differs && repair) await database.SaveChangesAsync(token);
        database.ChangeTracker.Clear();
        return differs ? row.Number : null;
    }, cancellationToken);
}
