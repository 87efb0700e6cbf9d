using System.Collections.Frozen;

namespace UnifiedPlatform.Sdk.Access;

/// <summary>Rights as read at one account version and one rights epoch; never changes, is replaced.</summary>
/// <param name="version">Account version and rights epoch.</param>
/// <param name="roles">Role keys: of the rights matrix (<c>DH</c>) and of posts in service items (<c>eligibility</c>).</param>
/// <param name="arms">Arms by permission id.</param>
public sealed class RightsSnapshot(string version, IEnumerable<string> roles, IEnumerable<KeyValuePair<string, IReadOnlyList<ScopeArm>>> arms) : IRights
{
    private readonly FrozenDictionary<string, IReadOnlyList<ScopeArm>> _arms = arms.ToFrozenDictionary(StringComparer.Ordinal);
    private readonly FrozenSet<string> _roles = roles.ToFrozenSet(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Version { get; } = version;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Roles => _roles;

    /// <summary>Every permission held, in whatever scope.</summary>
    public IReadOnlyCollection<string> Permissions => _arms.Keys;

    /// <inheritdoc/>
    public bool Has(string permission) => _arms.ContainsKey(permission);

    /// <inheritdoc/>
    public IReadOnlyList<ScopeArm> Arms(string permission) => _arms.GetValueOrDefault(permission) ?? [];

    /// <inheritdoc/>
    public IReadOnlyList<ScopeArm> ArmsOf(string resource) =>
        [.. _arms.Where(pair => pair.Key.Length > resource.Length && pair.Key[resource.Length] == '.' && pair.Key.StartsWith(resource, StringComparison.Ordinal)).SelectMany(pair => pair.Value)];
}
