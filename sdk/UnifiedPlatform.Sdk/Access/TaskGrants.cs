using Microsoft.EntityFrameworkCore;

namespace UnifiedPlatform.Sdk.Access;

/// <summary>Rights that open exactly one row for exactly one task and end with it, kept in the module's own database. Scoped.</summary>
public interface ITaskGrants
{
    /// <summary>Opens the row in the caller's transaction.</summary>
    void Give(DbContext database, TaskGrant grant);

    /// <summary>Ends every live grant of the part (or of the whole case when <paramref name="partKey"/> is null) in the caller's transaction.</summary>
    ValueTask EndAsync(DbContext database, string caseNumber, string? partKey, CancellationToken cancellationToken);
}

/// <summary>A task grant (security.md §3.6).</summary>
/// <param name="Id">Key.</param>
/// <param name="Subject"><c>account:{id}</c>, <c>role:{role}@{dept}</c> or <c>module:{id}</c>.</param>
/// <param name="ResourceType">Task type of the policy, e.g. <c>one-window.part</c>.</param>
/// <param name="ResourceId">Row.</param>
/// <param name="Verbs">Verbs given, e.g. <c>view,edit</c>.</param>
/// <param name="CaseNumber">Case.</param>
/// <param name="PartKey">Part; null: the whole case.</param>
/// <param name="Until">End of the lease; never past 30 days.</param>
public sealed record TaskGrant(Guid Id, string Subject, string ResourceType, Guid ResourceId, string Verbs, string CaseNumber, string? PartKey, DateTimeOffset Until);

/// <summary>Opens residents and their fields to the handlers of a case: granted by the counter, kept by the host, ends with the task.</summary>
public interface IGrants
{
    /// <summary>Gives the subject the view of a resident until the lease ends or <see cref="EndAsync"/>.</summary>
    ValueTask GiveAsync(string subject, Residents.ResidentId resident, string verbs, string caseNumber, string partKey, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Ends the resident grants of a part, or of the case when <paramref name="partKey"/> is null.</summary>
    ValueTask EndAsync(string caseNumber, string? partKey, CancellationToken cancellationToken);
}
