namespace UnifiedPlatform.Sdk.Access;

/// <summary>The rights of nobody: none.</summary>
public sealed class NoRights : IRights
{
    private NoRights()
    {
    }

    /// <summary>The one instance.</summary>
    public static NoRights Instance { get; } = new();

    /// <inheritdoc/>
    public string Version => "none";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Roles => [];

    /// <inheritdoc/>
    public bool Has(string permission) => false;

    /// <inheritdoc/>
    public IReadOnlyList<ScopeArm> Arms(string permission) => [];

    /// <inheritdoc/>
    public IReadOnlyList<ScopeArm> ArmsOf(string resource) => [];
}
