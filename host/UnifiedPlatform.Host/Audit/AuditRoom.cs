using UnifiedPlatform.Host.Composition;

namespace UnifiedPlatform.Host.Audit;

/// <summary>Composition of this room. Program calls the three methods of every room in one fixed order.</summary>
internal static class AuditRoom
{
    public static void AddAudit(this WebApplicationBuilder builder, PlatformOptions options)
    {
    }

    public static void UseAudit(this WebApplication app)
    {
    }

    public static void MapAudit(this WebApplication app)
    {
    }
}
