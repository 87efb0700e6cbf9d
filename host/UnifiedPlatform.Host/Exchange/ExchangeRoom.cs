using UnifiedPlatform.Host.Composition;

namespace UnifiedPlatform.Host.Exchange;

/// <summary>Composition of this room. Program calls the three methods of every room in one fixed order.</summary>
internal static class ExchangeRoom
{
    public static void AddExchange(this WebApplicationBuilder builder, PlatformOptions options)
    {
    }

    public static void UseExchange(this WebApplication app)
    {
    }

    public static void MapExchange(this WebApplication app)
    {
    }
}
