using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Identity.Keys;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Identity;

/// <summary>Composition of this room. Program calls the three methods of every room in one fixed order.</summary>
internal static class IdentityRoom
{
    public static void AddIdentity(this WebApplicationBuilder builder, PlatformOptions options)
    {
        builder.AddKeys(options);
        builder.Services.AddAccessDefaults("host");
    }

    public static void UseIdentity(this WebApplication app)
    {
    }

    public static void MapIdentity(this WebApplication app)
    {
    }
}
