using System.Reflection;
using Microsoft.AspNetCore.Routing;

namespace UnifiedPlatform.Sdk.Modules;

/// <summary>What a module is handed to map its routes. All paths are relative to the module.</summary>
public interface IModuleRoutes
{
    /// <summary>Routes under <c>/m/{id}/api</c>.</summary>
    IEndpointRouteBuilder Api { get; }

    /// <summary>Routes under <c>/m/{id}</c>: form posts, fragments, cards, files.</summary>
    IEndpointRouteBuilder Pages { get; }

    /// <summary>The module's own code, where its pages are found.</summary>
    Assembly Code { get; }

    /// <summary>Who the module is and where its files lie.</summary>
    ModuleInfo Info { get; }
}
