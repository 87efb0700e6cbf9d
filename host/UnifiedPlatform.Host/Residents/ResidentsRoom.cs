using UnifiedPlatform.Host.Composition;

namespace UnifiedPlatform.Host.Residents;

/// <summary>Composition of this room. Program calls the three methods of every room in one fixed order.</summary>
internal static class ResidentsRoom
{
    public static void AddResidents(this WebApplicationBuilder builder, PlatformOptions options)
    {
    }

    public static void UseResidents(this WebApplication app)
    {
    }

    public static void MapResidents(this WebApplication app)
    {
    }
}
