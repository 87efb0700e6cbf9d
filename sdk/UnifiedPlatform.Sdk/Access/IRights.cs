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

    /// <summary>The arms of every permission of a resource (<c>{resource}.{verb}</c>) together; empty: the actor holds none.</summary>
    IReadOnlyList<ScopeArm> ArmsOf(string resource);

    /// <summary>Role keys the actor holds.</summary>
    IReadOnlyCollection<string> Roles { get; }
}
