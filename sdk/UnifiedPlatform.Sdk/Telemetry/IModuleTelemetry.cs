using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace UnifiedPlatform.Sdk.Telemetry;

/// <summary>Source and meter <c>UnifiedPlatform.Module.{id}</c> of the generation; owned and disposed by the host. No personal data in names, tags or values.</summary>
public interface IModuleTelemetry
{
    /// <summary>Source of the module's spans.</summary>
    ActivitySource Source { get; }

    /// <summary>Meter of the module's instruments.</summary>
    Meter Meter { get; }
}
