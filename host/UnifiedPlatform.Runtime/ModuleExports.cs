using Microsoft.Extensions.DependencyInjection;

namespace UnifiedPlatform.Runtime;

/// <summary>Offers host services to modules.</summary>
public static class ModuleExports
{
    /// <summary>Imports the host's service into every generation, after and over the module's own registrations. Singletons are shared; scoped services
    /// come from the host's scope of the same request, or from the one opened beside a job or consumer. The host keeps and disposes them.</summary>
    public static IServiceCollection ExportToModules<T>(this IServiceCollection services) where T : class
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddSingleton(new ModuleExport(typeof(T), null));
        return services;
    }

    /// <summary>Imports, for each module, a service of its own (e.g. its database).</summary>
    /// <param name="services">Services of the host.</param>
    /// <param name="make">Makes it.</param>
    /// <param name="needs">Capability that is demanded each time the module asks for it; null: none.</param>
    public static IServiceCollection ExportToModules<T>(this IServiceCollection services, Func<IServiceProvider, Sdk.Modules.ModuleInfo, T> make, string? needs = null) where T : class
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddSingleton(new ModuleExport(typeof(T), make, needs));
        return services;
    }
}
