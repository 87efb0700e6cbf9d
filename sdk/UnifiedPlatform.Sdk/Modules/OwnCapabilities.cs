namespace UnifiedPlatform.Sdk.Modules;

/// <summary>What this module may do: declared in its manifest and granted by an administrator. The SDK's services ask it; a module may ask before it offers something.</summary>
/// <param name="manifest">The module's manifest.</param>
/// <param name="decisions">The host's decisions; null: the module's services run on a bench without a host, where nothing is refused.</param>
public sealed class OwnCapabilities(ModuleManifest manifest, IModuleCapabilities? decisions)
{
    private readonly HashSet<string> _declared = [.. manifest.Capabilities];

    /// <summary>Whether the module has the capability now.</summary>
    public bool Has(string capability) => decisions is null || (_declared.Contains(capability) && decisions.Granted(manifest.Id, capability));

    /// <summary>Refuses to go on without the capability.</summary>
    /// <exception cref="CapabilityDeniedException">The module does not have it.</exception>
    public void Demand(string capability)
    {
        if (!Has(capability)) throw new CapabilityDeniedException(manifest.Id, capability, _declared.Contains(capability));
    }
}
