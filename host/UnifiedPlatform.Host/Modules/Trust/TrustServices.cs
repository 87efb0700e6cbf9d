using UnifiedPlatform.Host.Shell;
using UnifiedPlatform.Runtime.Packages;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Host.Modules.Trust;

/// <summary>Whom the platform trusts and what it grants.</summary>
internal static class TrustServices
{
    public static void AddTrust(this IServiceCollection services)
    {
        services.AddSingleton<TrustStore>();
        services.AddSingleton<IPackageTrust>(provider => provider.GetRequiredService<TrustStore>());
        services.AddSingleton<IModuleCapabilities>(provider => provider.GetRequiredService<TrustStore>());
        services.AddSingleton<ICapabilityDecisions, CloneDecisions>();
        services.AddSingleton<CapabilityTexts>();
        services.AddScoped<ModuleGrants>();
        services.AddScoped<PublisherAdministration>();
        services.AddScoped<PublisherQueries>();
        services.AddHostedService<TrustRefresh>();
        services.AddSingleton(new HostEntry(PublisherEndpoints.Page, Keys.PublisherTitle, "platform", 60, PublisherEndpoints.View));
    }
}
