using UnifiedPlatform.Host.Composition;

namespace UnifiedPlatform.Host.Shell;

/// <summary>Composition of this room. Program calls the three methods of every room in one fixed order.</summary>
internal static class ShellRoom
{
    public static void AddShell(this WebApplicationBuilder builder, PlatformOptions options)
    {
    }

    public static void UseShell(this WebApplication app)
    {
    }

    public static void MapShell(this WebApplication app)
    {
    }
}
