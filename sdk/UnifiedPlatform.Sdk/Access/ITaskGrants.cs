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
