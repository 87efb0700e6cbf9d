using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Modules.Commands;

namespace UnifiedPlatform.Host.Modules.Operations;

/// <summary>Registers acts on modules and what carries them out.</summary>
internal static class OperationServices
{
    public static void AddOperations(this IServiceCollection services)
    {
        services.AddSingleton<ThisHost>();
        services.AddSingleton<ReconcilerSignal>();
        services.AddSingleton<StopPoint>();
        services.AddSingleton<Served>();
        services.AddSingleton<ModuleSettings>();
        services.AddSingleton<ModuleLedger>();
        services.AddSingleton<PackageFetch>();
        services.AddSingleton<PostgreSqlBackups>();
        services.AddSingleton<DataBackups>();
        services.AddSingleton<OperationRunner>();
        services.AddSingleton<OfferedModules>();
        services.AddSingleton<StagedPackages>();
        services.AddScoped<ModuleOperations>();
        services.AddScoped<ModuleInstall>();
        services.AddScoped<ModuleQueries>();
        services.AddScoped<DataExport>();
        services.AddScoped<IHostCommand, ModuleCommand>();
        services.AddSingleton<ModuleReconciler>();
        services.AddHostedService(provider => provider.GetRequiredService<ModuleReconciler>());
        services.AddSingleton<IReadinessCheck>(provider => provider.GetRequiredService<ModuleReconciler>());
    }
}
