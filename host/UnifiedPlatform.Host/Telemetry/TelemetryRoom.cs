using UnifiedPlatform.Host.Composition;

namespace UnifiedPlatform.Host.Telemetry;

/// <summary>Composition of this room. Program calls the three methods of every room in one fixed order.</summary>
internal static class TelemetryRoom
{
    public static void AddTelemetry(this WebApplicationBuilder builder, PlatformOptions options)
    {
    }

    public static void UseTelemetry(this WebApplication app)
    {
    }

    public static void MapTelemetry(this WebApplication app)
    {
    }
}
