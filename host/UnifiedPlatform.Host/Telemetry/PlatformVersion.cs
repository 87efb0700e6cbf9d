using System.Reflection;

namespace UnifiedPlatform.Host.Telemetry;

/// <summary>Version of the running host.</summary>
internal static class PlatformVersion
{
    public static string Text { get; } =
        typeof(PlatformVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";
}
