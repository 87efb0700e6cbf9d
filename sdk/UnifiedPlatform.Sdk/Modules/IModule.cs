using Autofac;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace UnifiedPlatform.Sdk.Modules;

/// <summary>The one class through which a department module plugs everything in. Public, sealed, parameterless constructor.</summary>
/// <remarks>What the module contributes to menus, permissions, the catalogue, jobs and topics is declared by assembly and class
/// attributes, which the build turns into the manifest, so that they work while the module is cold, failed or being swapped.</remarks>
public interface IModule
{
    /// <summary>Registers the services of one generation of the module. Runs once a generation, before <see cref="StartAsync"/>.</summary>
    void ConfigureServices(IModuleServices module);

    /// <summary>Maps the endpoints and pages. Every endpoint carries <c>.Needs(…)</c> or <c>.Public("reason")</c>.</summary>
    void Map(IModuleRoutes routes);

    /// <summary>Runs after the migrations and before the first request; may run again after a crash, so it is idempotent.</summary>
    ValueTask StartAsync(IModuleContext context, CancellationToken cancellationToken) => default;

    /// <summary>Runs after the last request has left, before the generation is disposed.</summary>
    ValueTask StopAsync(StopReason reason, CancellationToken cancellationToken) => default;
}

/// <summary>Optional second interface of a module class for what only Autofac can do.</summary>
public interface IAutofacModule
{
    /// <summary>Adds registrations to the generation's own container, after those of <see cref="IModule.ConfigureServices"/>.</summary>
    void ConfigureContainer(ContainerBuilder builder, ModuleInfo info);
}

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

/// <summary>What a module is handed to map its routes. All paths are relative to the module.</summary>
public interface IModuleRoutes
{
    /// <summary>Routes under <c>/m/{id}/api</c>.</summary>
    IEndpointRouteBuilder Api { get; }

    /// <summary>Routes under <c>/m/{id}</c>: form posts, fragments, cards, files.</summary>
    IEndpointRouteBuilder Pages { get; }

    /// <summary>Who the module is and where its files lie.</summary>
    ModuleInfo Info { get; }
}

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

/// <summary>Why a generation is stopped.</summary>
public enum StopReason
{
    /// <summary>Another version takes its place.</summary>
    Replaced,

    /// <summary>An administrator switched it off; data stays.</summary>
    Disabled,

    /// <summary>It is being removed.</summary>
    Uninstalled,

    /// <summary>The host is stopping.</summary>
    HostShutdown,
}

/// <summary>Identity and folders of one generation.</summary>
/// <param name="Id">Module id, <c>[a-z][a-z0-9-]{1,40}</c>; also the URL prefix <c>/m/{id}</c>.</param>
/// <param name="Version">SemVer of the package.</param>
/// <param name="Title">Name for people.</param>
/// <param name="PackageFolder">The immutable folder the generation was loaded from.</param>
/// <param name="DataFolder">The module's own folder <c>modules/{id}</c> in the data directory.</param>
public sealed record ModuleInfo(string Id, string Version, Text.LocalizedText Title, string PackageFolder, string DataFolder);
