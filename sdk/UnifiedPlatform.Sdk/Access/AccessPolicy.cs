using System.Linq.Expressions;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Sdk.Access;

/// <summary>The one rule of a resource type, from which list, count, search, card, export and single checks are compiled. Registered with <c>module.AddPolicy&lt;…&gt;()</c>.</summary>
public abstract class AccessPolicy<T> where T : class, IScoped
{
    /// <summary>Resource name <c>{module}.{resource}</c>; permissions are <c>{resource}.{verb}</c>.</summary>
    public abstract string Resource { get; }

    /// <summary>Resources of which any permission opens rows of this type; usually the resource itself.</summary>
    public virtual IReadOnlyList<string> Resources => [Resource];

    /// <summary>Type under which task grants open rows of this resource; null: task grants open none.</summary>
    public virtual string? TaskType => null;

    /// <summary>Extra condition every visible row meets, whatever the scope; null: none.</summary>
    public virtual Expression<Func<T, bool>>? Restrict(Actor actor, IRights rights) => null;
}
