using System.Diagnostics;
using System.Diagnostics.Metrics;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Sdk.Telemetry;

/// <inheritdoc cref="IModuleTelemetry"/>
internal sealed class ModuleTelemetry(ModuleInfo info) : IModuleTelemetry, IDisposable
{
    public ActivitySource Source { get; } = new($"UnifiedPlatform.Module.{info.Id}", info.Version);

    public Meter Meter { get; } = new($"UnifiedPlatform.Module.{info.Id}", info.Version);

    public void Dispose()
    {
        Source.Dispose();
        Meter.Dispose();
    }
}
