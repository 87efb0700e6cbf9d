namespace UnifiedPlatform.Runtime;

/// <summary>Code of a module threw. Carries the names only, so that no object of the module outlives its generation.</summary>
public sealed class ModuleCallException(string id, string thrown) : Exception($"Module '{id}' threw {thrown}.")
{
    /// <summary>Module id.</summary>
    public string Id { get; } = id;

    /// <summary>Full name of the exception type.</summary>
    public string Thrown { get; } = thrown;
}
