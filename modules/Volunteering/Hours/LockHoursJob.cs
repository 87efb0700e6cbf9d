using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using UnifiedPlatform.Sdk.Jobs;
using UnifiedPlatform.Sdk.Modules;
using UnifiedPlatform.Volunteering.Data;

namespace UnifiedPlatform.Volunteering.Hours;

/// <summary>Locks what has stood confirmed for some days without a word against it.</summary>
[ModuleJob("lock-hours", Cron = "0 20 1 * * ?", Misfire = Misfire.FireAndProceed)]
internal sealed class LockHoursJob(VolunteeringDbContext database, HoursLocking locking, LockHoursOptions options, TimeProvider clock) : IModuleJob
{
    private const int Most = 2_000;

    public async ValueTask RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow().AddDays(-options.AfterDays);
        var due = await database.Hours.Where(x => x.Status == HoursStatus.Confirmed && x.ConfirmedAt <= before).OrderBy(x => x.ConfirmedAt).Take(Most).ToListAsync(cancellationToken);
        foreach (var record in due) await locking.LockAsync(record, record.ConfirmedBy ?? Guid.Empty, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
    }
}

/// <param name="AfterDays">Days a confirmation stands open to objection (<c>Modules:volunteering:LockAfterDays</c>).</param>
internal sealed record LockHoursOptions(int AfterDays)
{
    public const int Default = 2;

    public static LockHoursOptions Read(IConfiguration settings) => new(Math.Max(0, settings.GetValue("LockAfterDays", Default)));
}
