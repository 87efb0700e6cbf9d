using UnifiedPlatform.Host.Composition;

namespace UnifiedPlatform.Host.Demo;

/// <summary>Composition of this room. Program calls the three methods of every room in one fixed order.</summary>
internal static class DemoRoom
{
    public static void AddDemo(this WebApplicationBuilder builder, PlatformOptions options)
    {
    }

    public static void UseDemo(this WebApplication app)
    {
    }

    public static void MapDemo(this WebApplication app)
    {
    }
}
