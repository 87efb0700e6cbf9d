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
