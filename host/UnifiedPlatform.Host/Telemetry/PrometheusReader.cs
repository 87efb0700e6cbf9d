using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace UnifiedPlatform.Host.Telemetry;

/// <summary>Collects on demand and renders what was collected as Prometheus text 0.0.4.</summary>
internal sealed class PrometheusReader : IDisposable
{
    private readonly TextExporter _exporter = new();
    private readonly SemaphoreSlim _one = new(1, 1);

    public PrometheusReader() => Reader = new BaseExportingMetricReader(_exporter) { TemporalityPreference = MetricReaderTemporalityPreference.Cumulative };

    public MetricReader Reader { get; }

    public async Task<string> ScrapeAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            return Reader.Collect(2_000) ? _exporter.Text : throw new TimeoutException("The metrics could not be collected in 2 s.");
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    [ExportModes(ExportModes.Pull | ExportModes.Push)]
    private sealed class TextExporter : BaseExporter<Metric>
    {
        public string Text { get; private set; } = "";

        public override ExportResult Export(in Batch<Metric> batch)
        {
            Text = PrometheusText.Render(batch);
            return ExportResult.Success;
        }
    }
}
