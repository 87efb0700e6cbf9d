using UnifiedPlatform.Host.Composition;

namespace UnifiedPlatform.Host.Modules;

/// <summary>Composition of this room. Program calls the three methods of every room in one fixed order.</summary>
internal static class ModulesRoom
{
    public static void AddModules(this WebApplicationBuilder builder, PlatformOptions options)
    {
    }

    public static void UseModules(this WebApplication app)
    {
    }

    public static void MapModules(this WebApplication app)
    {
    }
}
