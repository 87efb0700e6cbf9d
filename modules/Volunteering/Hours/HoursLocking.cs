using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Exchange;
using UnifiedPlatform.Volunteering.Data;

namespace UnifiedPlatform.Volunteering.Hours;

/// <summary>Fixes a confirmed record and publishes it in the same transaction: no locked hour that is not told, none told that is not locked.</summary>
internal sealed class HoursLocking(VolunteeringDbContext database, IOutbox outbox, IAudit audit, TimeProvider clock)
{
    /// <summary>False: the record is not confirmed.</summary>
    public async ValueTask<bool> LockAsync(HoursRecord record, Guid account, CancellationToken cancellationToken)
    {
        if (!record.Apply(HoursAction.Lock, account, clock.GetUtcNow())) return false;
        var volunteer = await database.Volunteers.BeyondAccess("the record was opened under the actor's rights").SingleAsync(x => x.Id == record.VolunteerId, cancellationToken);
        outbox.Publish(HoursLocked.Topic, record.Resident.ToString(), volunteer.Lock(record.Minutes), HoursLocked.Of(record));
        audit.Changed(database, new AuditEntry("decide", "volunteering.hours", record.Id.ToString("D")) { Subjects = [record.Resident.Value], CaseNumber = record.CaseNumber, Fields = ["status"], Reason = "lock" });
        return true;
    }
}
