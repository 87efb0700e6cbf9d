using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Sdk.Access;

/// <summary>The filter "access": a scoped row that its actor holds no permission for, in whatever verb, does not exist for any query of the scope, also not for one that forgot to ask.</summary>
public static class AccessFilter
{
    /// <summary>Name of the filter.</summary>
    public const string Name = "access";

    /// <summary>Looks at rows of every scope, for what is no answer to a person: a number already given, a key already used, a row the code itself has just been led to. The filter is lifted for the whole query.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="reason">Why the actor's scope does not matter here.</param>
    public static IQueryable<T> BeyondAccess<T>(this IQueryable<T> rows, string reason) where T : class, IScoped
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return rows.IgnoreQueryFilters([Name]);
    }
}
