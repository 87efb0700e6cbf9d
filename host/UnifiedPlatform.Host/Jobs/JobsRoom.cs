using UnifiedPlatform.Host.Composition;

namespace UnifiedPlatform.Host.Jobs;

/// <summary>Composition of this room. Program calls the three methods of every room in one fixed order.</summary>
internal static class JobsRoom
{
    public static void AddJobs(this WebApplicationBuilder builder, PlatformOptions options)
    {
    }

    public static void UseJobs(this WebApplication app)
    {
    }

    public static void MapJobs(this WebApplication app)
    {
    }
}
