using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace UnifiedPlatform.Sdk.Modules;

/// <summary>What a module is handed to register its services.</summary>
public interface IModuleServices
{
    /// <summary>The generation's service collection. Host services are imported after the module's own registrations and win.</summary>
    IServiceCollection Services { get; }

    /// <summary>Who the module is and where its files lie.</summary>
    ModuleInfo Info { get; }

    /// <summary>The module's own section of the configuration (<c>Modules:{id}</c>); disposed with the generation.</summary>
    IConfiguration Configuration { get; }
}
