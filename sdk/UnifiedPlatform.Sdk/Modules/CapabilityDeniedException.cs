namespace UnifiedPlatform.Sdk.Modules;

/// <summary>A module asked an SDK service for something it may not do.</summary>
public sealed class CapabilityDeniedException(string module, string capability, bool declared) : Exception(declared
    ? $"Module '{module}' has no grant for '{capability}'. An administrator grants it on the module's page."
    : $"Module '{module}' does not declare '{capability}'. Add [assembly: Capability(\"{capability}\")] and ask for it with the next version.")
{
    /// <summary>Module id.</summary>
    public string Module { get; } = module;

    /// <summary>Capability that is missing.</summary>
    public string Capability { get; } = capability;
}
