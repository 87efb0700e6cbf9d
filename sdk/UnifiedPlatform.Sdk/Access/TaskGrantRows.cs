using Microsoft.EntityFrameworkCore;

namespace UnifiedPlatform.Sdk.Access;

/// <summary>Live task grants of a set of subjects.</summary>
internal static class TaskGrantRows
{
    /// <summary>Names under which grants are given to the actor: the account, and each role in the own department.</summary>
    public static string[] Subjects(Actor actor, IRights rights) =>
        [$"account:{actor.Account}", .. actor.Department is { } department ? rights.Roles.Select(role => $"role:{role}@{department}") : []];

    public static IQueryable<Guid> Opened(DbContext database, string type, string verb, string[] subjects, DateTimeOffset now)
    {
        var listed = "," + verb + ",";
        return database.Set<TaskGrantRow>()
            .Where(grant => grant.ResourceType == type && subjects.Contains(grant.Subject) && grant.EndedAt == null && grant.From <= now && grant.Until > now
                && ("," + grant.Verbs + ",").Contains(listed))
            .Select(grant => grant.ResourceId);
    }
}
