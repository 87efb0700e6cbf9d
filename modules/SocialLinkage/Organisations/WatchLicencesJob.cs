using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Calendar;
using UnifiedPlatform.Sdk.Jobs;
using UnifiedPlatform.Sdk.Modules;
using UnifiedPlatform.SocialLinkage.Data;

namespace UnifiedPlatform.SocialLinkage.Organisations;

/// <summary>Each night: whose licence ends within three months, whose has ended.</summary>
[ModuleJob("watch-licences", Cron = "0 15 1 * * ?", Misfire = Misfire.FireAndProceed)]
internal sealed class WatchLicencesJob(SocialDbContext database, IAudit audit, IWorkCalendar calendar) : IModuleJob
{
    public async ValueTask RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        var today = calendar.Today;
        foreach (var organisation in await database.Organisations.Where(x => x.Licence != LicenceState.Ended && x.LicenceUntil != null).ToListAsync(cancellationToken))
            if (organisation.Remind(today))
                audit.Changed(database, new AuditEntry("job", "social-linkage.organisation", organisation.Id.ToString("D")) { Fields = ["licence"] });
        await database.SaveChangesAsync(cancellationToken);
    }
}
