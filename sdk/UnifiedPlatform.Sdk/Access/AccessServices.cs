using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Sdk.Access;

/// <summary>Registers the rules of a module and the services that answer from them.</summary>
public static class AccessServices
{
    /// <summary>Registers the one policy of a resource type.</summary>
    public static IModuleServices AddPolicy<TPolicy>(this IModuleServices module) where TPolicy : class
    {
        ArgumentNullException.ThrowIfNull(module);
        module.Services.AddPolicy<TPolicy>();
        return module;
    }

    /// <summary>Registers the one policy of a resource type.</summary>
    public static IServiceCollection AddPolicy<TPolicy>(this IServiceCollection services) where TPolicy : class
    {
        for (var type = typeof(TPolicy).BaseType; type is not null; type = type.BaseType)
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(AccessPolicy<>))
                return services.AddSingleton(type, typeof(TPolicy));
        throw new ArgumentException($"{typeof(TPolicy).FullName} is not an AccessPolicy<T>.");
    }

    /// <summary>Registers actor, access, task grants and audit of one container.</summary>
    /// <param name="services">The container's services.</param>
    /// <param name="source">Who speaks in the audit: module id, or <c>host</c>.</param>
    public static IServiceCollection AddAccessDefaults(this IServiceCollection services, string source)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(new AuditSource(source));
        services.AddScoped<IActorAccessor, ActorAccessor>();
        services.AddScoped<RowAccess>();
        services.AddScoped<IAccess, Access>();
        services.AddScoped<ITaskGrants, TaskGrants>();
        services.AddScoped<IAudit, ModuleAudit>();
        return services;
    }
}
