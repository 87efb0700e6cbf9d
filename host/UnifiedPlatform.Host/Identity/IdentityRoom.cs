using UnifiedPlatform.Host.Composition;

namespace UnifiedPlatform.Host.Identity;

/// <summary>Composition of this room. Program calls the three methods of every room in one fixed order.</summary>
internal static class IdentityRoom
{
    public static void AddIdentity(this WebApplicationBuilder builder, PlatformOptions options)
    {
    }

    public static void UseIdentity(this WebApplication app)
    {
    }

    public static void MapIdentity(this WebApplication app)
    {
    }
}
