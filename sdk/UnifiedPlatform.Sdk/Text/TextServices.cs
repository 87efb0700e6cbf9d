using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Sdk.Text;

/// <summary>Registers the texts of a package.</summary>
public static class TextServices
{
    /// <summary>Adds the texts of a folder as <see cref="ITexts"/>, read when first asked for.</summary>
    public static IServiceCollection AddTexts(this IServiceCollection services, string folder)
    {
        ArgumentNullException.ThrowIfNull(services);
        return services.AddSingleton<ITexts>(_ => ResourceTexts.Read(folder));
    }

    /// <summary>Adds the texts of a module's package.</summary>
    internal static IServiceCollection AddTextDefaults(this IServiceCollection services, ModuleInfo info) => services.AddTexts(Path.Combine(info.PackageFolder, "Resources"));
}
