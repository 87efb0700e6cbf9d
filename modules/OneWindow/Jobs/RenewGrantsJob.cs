using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.OneWindow.Cases;
using UnifiedPlatform.OneWindow.Data;
using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Jobs;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.OneWindow.Jobs;

/// <summary>Lends residents to the handlers of open parts for another day, and throws away drafts that have expired.</summary>
[ModuleJob("renew-grants", Cron = "0 0 3 * * ?")]
internal sealed class RenewGrantsJob(OneWindowDbContext database, CaseLog log, CaseGrants grants, IUnitOfWork unit, Sdk.Calendar.IWorkCalendar calendar) : IModuleJob
{
    public async ValueTask RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        var open = await database.Parts.AsNoTracking().Where(part => part.State == PartStatus.Open || part.State == PartStatus.Taken || part.State == PartStatus.Asked).Select(part => part.CaseId).Distinct().ToListAsync(cancellationToken);
        foreach (var id in open) await unit.RunAsync(token => RenewAsync(id, token), cancellationToken);
        await unit.RunAsync(async token =>
        {
            database.Drafts.RemoveRange(await database.Drafts.Where(draft => draft.ExpiresOn < calendar.Today).ToListAsync(token));
            await database.SaveChangesAsync(token);
        }, cancellationToken);
    }

    private async ValueTask RenewAsync(Guid id, CancellationToken cancellationToken)
    {
        var loaded = await log.LoadAsync(await database.Cases.AsNoTracking().FirstAsync(row => row.Id == id, cancellationToken), cancellationToken);
        foreach (var part in loaded.State.Parts.Values.Where(part => part.Status.IsActive() && part.Status != PartStatus.Unrouted)) grants.Renew(loaded.State, loaded.Rules, part, loaded.Row.Number);
    }
}
