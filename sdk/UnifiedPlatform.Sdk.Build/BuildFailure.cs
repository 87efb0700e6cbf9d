namespace UnifiedPlatform.Sdk.Build;

/// <summary>Faults of the module being packed, each one sentence that says what to change.</summary>
public sealed class BuildFailure(IReadOnlyList<string> faults, string origin = "UnifiedPlatform.Sdk.Build") : Exception(string.Join(Environment.NewLine, faults))
{
    /// <summary>One fault.</summary>
    public BuildFailure(string fault) : this([fault])
    {
    }

    /// <summary>The faults.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;

    /// <summary>Where they lie, e.g. the project.</summary>
    public string Origin { get; } = origin;
}
