using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Residents.Divisions;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Sdk.Residents;

namespace UnifiedPlatform.Host.Residents;

/// <summary>The shared register of residents, its search index, and the divisions they live in.</summary>
internal static class ResidentsRoom
{
    public static void AddResidents(this WebApplicationBuilder builder, PlatformOptions options)
    {
        builder.Services.AddSingleton<IRegions>(Regions.Shipped);
        builder.Services.ExportToModules<IRegions>();
    }

    public static void UseResidents(this WebApplication app)
    {
    }

    public static void MapResidents(this WebApplication app)
    {
    }
}
