namespace UnifiedPlatform.Sdk.Access;

/// <summary>The rights of the platform's and the modules' own code in jobs and consumers, where no person asks.</summary>
public sealed class SystemRights : IRights
{
    private static readonly ScopeArm[] Everything = [new(ScopeKind.All, [])];

    private SystemRights()
    {
    }

    /// <summary>The one instance.</summary>
    public static SystemRights Instance { get; } = new();

    /// <inheritdoc/>
    public string Version => "system";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Roles => [];

    /// <inheritdoc/>
    public bool Has(string permission) => true;

    /// <inheritdoc/>
    public IReadOnlyList<ScopeArm> Arms(string permission) => Everything;

    /// <inheritdoc/>
    public IReadOnlyList<ScopeArm> ArmsOf(string resource) => Everything;
}
