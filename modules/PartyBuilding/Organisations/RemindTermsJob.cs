using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.PartyBuilding.Data;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Calendar;
using UnifiedPlatform.Sdk.Jobs;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.PartyBuilding.Organisations;

/// <summary>Each night: whose term ends within six months, whose has ended.</summary>
[ModuleJob("remind-terms", Cron = "0 10 1 * * ?", Misfire = Misfire.FireAndProceed)]
internal sealed class RemindTermsJob(PartyDbContext database, IAudit audit, IWorkCalendar calendar) : IModuleJob
{
    public async ValueTask RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        var today = calendar.Today;
        foreach (var organisation in await database.Organisations.Where(x => x.TermEndsOn != null).ToListAsync(cancellationToken))
            if (organisation.Remind(today))
                audit.Changed(database, new AuditEntry("job", "party-building.organisation", organisation.Id.ToString("D")) { Fields = ["termState"] });
        await database.SaveChangesAsync(cancellationToken);
    }
}
