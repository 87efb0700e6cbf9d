using UnifiedPlatform.Host.Composition;

namespace UnifiedPlatform.Host.Storage;

/// <summary>Composition of this room. Program calls the three methods of every room in one fixed order.</summary>
internal static class StorageRoom
{
    public static void AddStorage(this WebApplicationBuilder builder, PlatformOptions options)
    {
    }

    public static void UseStorage(this WebApplication app)
    {
    }

    public static void MapStorage(this WebApplication app)
    {
    }
}
