using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Sdk.Access;

/// <summary>Answers every question of rights in one request from one rule (<see cref="AccessPolicy{T}"/>). Scoped.</summary>
public interface IAccess
{
    /// <summary>Who acts. Throws when the endpoint is public and nobody is signed in; check <see cref="SignedIn"/> first there.</summary>
    Actor Actor { get; }

    /// <summary>Whether somebody is signed in.</summary>
    bool SignedIn { get; }

    /// <summary>What the actor may do.</summary>
    IRights Rights { get; }

    /// <summary>Whether the permission is held at all, in whatever scope. No → 403.</summary>
    bool May(string permission);

    /// <summary>The rows of a type visible under the permission, as one query: list, count, search and export start here.</summary>
    IQueryable<T> Query<T>(Microsoft.EntityFrameworkCore.DbContext database, string permission) where T : class, IScoped;

    /// <summary>The decision for one loaded row, in memory on its scope columns, and by task grants when the row came from <see cref="Query{T}"/> of this scope. <see cref="Decision.Hidden"/> → 404, <see cref="Decision.Forbidden"/> → 403; both are audited by the caller's endpoint filter.</summary>
    Decision Check<T>(string permission, T row) where T : class, IScoped;
}
