namespace UnifiedPlatform.Sdk.Access;

/// <summary>Immutable snapshot of what an actor may do, keyed by account version and rights epoch; built by the host, checked on every request.</summary>
public interface IRights
{
    /// <summary>Version of the snapshot (account version and rights epoch).</summary>
    string Version { get; }

    /// <summary>Whether any grant gives the permission, in whatever scope.</summary>
    bool Has(string permission);

    /// <summary>The arms by which the permission is granted; empty: not at all. Task grants are not listed: they live in the module's database.</summary>
    IReadOnlyList<ScopeArm> Arms(string permission);

    /// <summary>Role keys the actor holds.</summary>
    IReadOnlyCollection<string> Roles { get; }
}

/// <summary>Kind of data scope (security.md §3.2).</summary>
public enum ScopeKind
{
    /// <summary>Everything.</summary>
    All,

    /// <summary>A region of any level; compared by equality on the ancestor column of that level.</summary>
    Region,

    /// <summary>A grid.</summary>
    Grid,

    /// <summary>A department (four-digit organisation code).</summary>
    Department,

    /// <summary>Rows the actor owns.</summary>
    Own,

    /// <summary>Rows opened by a live task grant of the module.</summary>
    Task,
}

/// <summary>One arm of a permission's scope.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Values">Region, grid or department codes; empty for <see cref="ScopeKind.All"/>, <see cref="ScopeKind.Own"/> and <see cref="ScopeKind.Task"/>.</param>
public sealed record ScopeArm(ScopeKind Kind, IReadOnlyList<string> Values);

/// <summary>Feature of the request that carries the actor across the module border; set by the host before any module code runs.</summary>
public interface IActorFeature
{
    /// <summary>Who acts; null: anonymous.</summary>
    Actor? Actor { get; }

    /// <summary>What the actor may do; for anonymous requests nothing.</summary>
    IRights Rights { get; }
}
