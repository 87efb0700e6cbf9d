using UnifiedPlatform.Host.Composition;

namespace UnifiedPlatform.Host.Demo;

/// <summary>The demo town: in demo mode with an empty data directory it moves in through the same imports and endpoints a department uses.</summary>
internal static class DemoRoom
{
    public static void AddDemo(this WebApplicationBuilder builder, PlatformOptions options)
    {
        if (!options.Demo) return;
        builder.Services.AddSingleton<DemoSeeder>();
        builder.Services.AddSingleton<IReadinessCheck>(services => services.GetRequiredService<DemoSeeder>());
        builder.Services.AddHostedService(services => services.GetRequiredService<DemoSeeder>());
    }
}
