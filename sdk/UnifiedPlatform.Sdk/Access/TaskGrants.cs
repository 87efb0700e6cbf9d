using Microsoft.EntityFrameworkCore;

namespace UnifiedPlatform.Sdk.Access;

internal sealed class TaskGrants(TimeProvider clock) : ITaskGrants
{
    private static readonly TimeSpan LongestLease = TimeSpan.FromDays(30);

    public void Give(DbContext database, TaskGrant grant)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(grant);
        var now = clock.GetUtcNow();
        database.Set<TaskGrantRow>().Add(new TaskGrantRow
        {
            Id = grant.Id,
            Subject = grant.Subject,
            ResourceType = grant.ResourceType,
            ResourceId = grant.ResourceId,
            Verbs = grant.Verbs,
            CaseNumber = grant.CaseNumber,
            PartKey = grant.PartKey,
            From = now,
            Until = grant.Until > now + LongestLease ? now + LongestLease : grant.Until,
        });
    }

    // Loaded and changed through the context, so that the end is saved with the act that ends the task.
    public async ValueTask EndAsync(DbContext database, string caseNumber, string? partKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        var now = clock.GetUtcNow();
        var live = await database.Set<TaskGrantRow>()
            .Where(grant => grant.CaseNumber == caseNumber && grant.EndedAt == null && (partKey == null || grant.PartKey == partKey))
            .ToListAsync(cancellationToken);
        foreach (var grant in live) grant.EndedAt = now;
        foreach (var grant in database.Set<TaskGrantRow>().Local)
            if (grant.CaseNumber == caseNumber && grant.EndedAt is null && (partKey is null || grant.PartKey == partKey)) grant.EndedAt = now;
    }
}
