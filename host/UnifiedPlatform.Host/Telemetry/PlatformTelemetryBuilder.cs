using OpenTelemetry;

namespace UnifiedPlatform.Host.Telemetry;

/// <summary>The OpenTelemetry builder over the host's own services: one container, so modules' sources and meters need no other registration.</summary>
internal sealed class PlatformTelemetryBuilder(IServiceCollection services) : IOpenTelemetryBuilder
{
    public IServiceCollection Services => services;
}
