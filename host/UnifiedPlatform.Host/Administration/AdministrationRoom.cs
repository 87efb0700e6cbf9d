using UnifiedPlatform.Host.Composition;

namespace UnifiedPlatform.Host.Administration;

/// <summary>Composition of this room. Program calls the three methods of every room in one fixed order.</summary>
internal static class AdministrationRoom
{
    public static void AddAdministration(this WebApplicationBuilder builder, PlatformOptions options)
    {
    }

    public static void UseAdministration(this WebApplication app)
    {
    }

    public static void MapAdministration(this WebApplication app)
    {
        Health.Map(app);
        ExchangeActs.Map(app);
    }
}
