namespace UnifiedPlatform.Sdk.Modules;

/// <summary>A running generation as the module sees it.</summary>
public interface IModuleContext
{
    /// <summary>Who the module is and where its files lie.</summary>
    ModuleInfo Info { get; }

    /// <summary>The generation's root services. Create a scope for scoped ones.</summary>
    IServiceProvider Services { get; }

    /// <summary>Cancelled when the generation begins to drain.</summary>
    CancellationToken Stopping { get; }
}
