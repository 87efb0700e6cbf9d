using OpenTelemetry.Trace;

namespace UnifiedPlatform.Host.Telemetry;

/// <summary>Drops spans nobody asks for (health, assets, the job store's own housekeeping) and samples the rest by ratio.</summary>
internal sealed class NoiseSampler(double ratio) : Sampler
{
    private static readonly string[] QuietPaths = ["/health", "/metrics", "/_"];
    private readonly TraceIdRatioBasedSampler _ratio = new(ratio);

    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters)
    {
        if (samplingParameters.Name.StartsWith("Quartz.JobStore.", StringComparison.Ordinal)) return new SamplingResult(SamplingDecision.Drop);
        foreach (var tag in samplingParameters.Tags ?? [])
            if (tag.Key == "url.path" && tag.Value is string path && QuietPaths.Any(quiet => path.StartsWith(quiet, StringComparison.Ordinal)))
                return new SamplingResult(SamplingDecision.Drop);
        return _ratio.ShouldSample(samplingParameters);
    }
}
