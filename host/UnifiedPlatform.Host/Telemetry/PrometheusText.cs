using System.Globalization;
using System.Text;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace UnifiedPlatform.Host.Telemetry;

/// <summary>Prometheus text format 0.0.4 of a batch of metrics.</summary>
internal static class PrometheusText
{
    // The runtime reports these two as rising counters although they fall (dotnet/runtime#112077).
    private static readonly HashSet<string> ReallyGauges = ["dotnet.thread_pool.thread.count", "dotnet.thread_pool.queue.length"];

    public static string Render(in Batch<Metric> batch)
    {
        var text = new StringBuilder(64 * 1024);
        var typed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var metric in batch)
        {
            var gauge = metric.MetricType is MetricType.LongGauge or MetricType.DoubleGauge or MetricType.LongSumNonMonotonic or MetricType.DoubleSumNonMonotonic || ReallyGauges.Contains(metric.Name);
            var histogram = metric.MetricType is MetricType.Histogram;
            if (metric.MetricType is MetricType.ExponentialHistogram) continue;
            var name = Name(metric, counter: !gauge && !histogram);
            if (typed.Add(name)) text.Append("# TYPE ").Append(name).Append(' ').Append(histogram ? "histogram" : gauge ? "gauge" : "counter").Append('\n');
            foreach (ref readonly var point in metric.GetMetricPoints())
                if (histogram) Histogram(text, name, point, metric.MeterName);
                else Sample(text, name, Labels(point, metric.MeterName), Value(metric.MetricType, point));
        }
        return text.ToString();
    }

    private static double Value(MetricType type, in MetricPoint point) => type switch
    {
        MetricType.LongGauge => point.GetGaugeLastValueLong(),
        MetricType.DoubleGauge => point.GetGaugeLastValueDouble(),
        MetricType.LongSum or MetricType.LongSumNonMonotonic => point.GetSumLong(),
        _ => point.GetSumDouble(),
    };

    private static void Histogram(StringBuilder text, string name, in MetricPoint point, string meter)
    {
        var labels = Labels(point, meter);
        long seen = 0;
        foreach (var bucket in point.GetHistogramBuckets())
        {
            seen += bucket.BucketCount;
            var bound = double.IsPositiveInfinity(bucket.ExplicitBound) ? "+Inf" : bucket.ExplicitBound.ToString("R", CultureInfo.InvariantCulture);
            Sample(text, name + "_bucket", labels + $",le=\"{bound}\"", seen);
        }
        Sample(text, name + "_sum", labels, point.GetHistogramSum());
        Sample(text, name + "_count", labels, point.GetHistogramCount());
    }

    private static void Sample(StringBuilder text, string name, string labels, double value) =>
        text.Append(name).Append('{').Append(labels).Append("} ").Append(value.ToString("R", CultureInfo.InvariantCulture)).Append('\n');

    private static string Labels(in MetricPoint point, string meter)
    {
        var labels = new StringBuilder("otel_scope_name=\"").Append(Escape(meter)).Append('"');
        foreach (var tag in point.Tags)
            labels.Append(',').Append(Identifier(tag.Key)).Append("=\"").Append(Escape(Convert.ToString(tag.Value, CultureInfo.InvariantCulture) ?? "")).Append('"');
        return labels.ToString();
    }

    private static string Name(Metric metric, bool counter)
    {
        var unit = metric.Unit switch
        {
            "s" => "_seconds",
            "ms" => "_milliseconds",
            "By" => "_bytes",
            "%" => "_percent",
            _ => "",
        };
        var name = Identifier(metric.Name);
        if (unit.Length > 0 && !name.EndsWith(unit, StringComparison.Ordinal)) name += unit;
        return counter && !name.EndsWith("_total", StringComparison.Ordinal) ? name + "_total" : name;
    }

    private static string Identifier(string text) => string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));

    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}
