using Microsoft.EntityFrameworkCore;
using UnifiedModule.Data;
using UnifiedPlatform.Sdk.Calendar;
using UnifiedPlatform.Sdk.Jobs;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedModule.Entries;

/// <summary>Closes entries older than thirty days, every night. Runs twice without harm: what is closed stays closed.</summary>
[ModuleJob("close-entries", Cron = "0 30 2 * * ?", Misfire = Misfire.FireAndProceed)]
internal sealed class CloseEntriesJob(DepartmentDbContext database, IWorkCalendar calendar) : IModuleJob
{
    private const int Days = 30, Most = 1_000;

    public async ValueTask RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        var before = calendar.Today.AddDays(-Days);
        var due = await database.Entries.Where(x => !x.Closed && x.RecordedOn < before).OrderBy(x => x.RecordedOn).Take(Most).ToListAsync(cancellationToken);
        foreach (var entry in due) entry.Close();
        await database.SaveChangesAsync(cancellationToken);
    }
}
