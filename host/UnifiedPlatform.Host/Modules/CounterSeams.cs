using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Counter;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Host.Modules;

/// <summary>What the host carries between the counter and the modules that do parts of its cases.</summary>
internal static class CounterSeams
{
    public static void AddCounterSeams(this IServiceCollection services, PlatformOptions options)
    {
        services.AddSingleton(new Installation(options.Demo));
        services.AddSingleton<IPartOffers, ManifestPartOffers>();
        services.ExportToModules<Installation>();
        services.ExportToModules<IPartOffers>();
        services.ExportToModules<IPartInputsBroker>((provider, module) => new PartInputsBroker(provider.GetRequiredService<IModuleRuntime>(), module.Id));
    }
}

/// <summary>Capabilities as the manifests declare them, also of modules that do not run now.</summary>
internal sealed class ManifestPartOffers(IModuleRuntime runtime) : IPartOffers
{
    public IReadOnlyList<PartOffer> Offers =>
    [
        .. from module in runtime.Modules
           where module.Manifest is not null && module.State is not (ModuleState.Failed or ModuleState.Disabled)
           from capability in module.Manifest!.Contributes.PartCapabilities // filtered above
           select new PartOffer(capability.Capability, module.Id, $"/m/{module.Id}{capability.Page}", module.Answers),
    ];
}

/// <summary>Calls the counter in process, under a lease, in the name of the module it was given to, whatever name that one says.</summary>
internal sealed class PartInputsBroker(IModuleRuntime runtime, string module) : IPartInputsBroker
{
    private const string Counter = "one-window";

    public ValueTask<PartInput?> ReadAsync(PartRef part, string callerModule, Actor actor, IReadOnlyCollection<string> roles, string purpose, CancellationToken cancellationToken) =>
        runtime.UseAsync(Counter, (services, token) => services.GetRequiredService<IPartInputs>().ReadAsync(part, module, actor, roles, purpose, token), cancellationToken);
}
