using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Sdk.Protection;

namespace UnifiedPlatform.Host.Identity.Ring;

/// <summary>Registers the ring and everything that seals with it.</summary>
internal static class KeyServices
{
    // Fixed for ever: it is part of every ticket and form token, across versions of host and modules.
    private const string ApplicationName = "UnifiedPlatform";

    public static void AddKeys(this WebApplicationBuilder builder, PlatformOptions options)
    {
        // Opened when first needed, so that verbs which need no keys (the audit verifier) touch none.
        builder.Services.AddSingleton(services => KeyRing.Open(services.GetRequiredService<IConfiguration>(), options, services.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<IFieldProtector, FieldProtector>();
        builder.Services.AddSingleton<IBlindIndex, BlindIndex>();
        builder.Services.AddDataProtection().SetApplicationName(ApplicationName).PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(options.Keys, "data-protection")));
        builder.Services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(services =>
            new ConfigureOptions<KeyManagementOptions>(keys => keys.XmlEncryptor = new RingXmlEncryptor(services.GetRequiredService<KeyRing>())));
        builder.Services.ExportToModules<IFieldProtector>();
        builder.Services.ExportToModules<IBlindIndex>();
        builder.Services.ExportToModules<IDataProtectionProvider>();
    }
}
