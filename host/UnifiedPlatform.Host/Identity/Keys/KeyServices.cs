using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Sdk.Protection;

namespace UnifiedPlatform.Host.Identity.Keys;

/// <summary>Registers the ring and everything that seals with it.</summary>
internal static class KeyServices
{
    // Fixed for ever: it is part of every ticket and form token, across versions of host and modules.
    private const string ApplicationName = "UnifiedPlatform";

    public static void AddKeys(this WebApplicationBuilder builder, PlatformOptions options)
    {
        var ring = KeyRing.Open(builder.Configuration, options, TimeProvider.System);
        var folder = Path.Combine(options.Keys, "data-protection");
        OwnerOnlyFile.Folder(folder);
        builder.Services.AddSingleton(ring);
        builder.Services.AddSingleton<IFieldProtector, FieldProtector>();
        builder.Services.AddSingleton<IBlindIndex, BlindIndex>();
        builder.Services.AddDataProtection().SetApplicationName(ApplicationName).PersistKeysToFileSystem(new DirectoryInfo(folder));
        builder.Services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(new ConfigureOptions<KeyManagementOptions>(keys => keys.XmlEncryptor = new RingXmlEncryptor(ring)));
    }
}
