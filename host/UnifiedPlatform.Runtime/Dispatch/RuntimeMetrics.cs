using System.Diagnostics;
using System.Diagnostics.Metrics;
using UnifiedPlatform.Runtime.Generations;

namespace UnifiedPlatform.Runtime.Dispatch;

/// <summary>Instruments of the runtime. What can be counted in memory is observed when somebody asks, so that a request pays for one record only.</summary>
internal sealed class RuntimeMetrics : IDisposable
{
    private static readonly object Yes = true, No = false;
    private readonly Meter _meter;
    private readonly Histogram<double> _duration;
    private readonly Histogram<double> _work;
    private readonly Counter<long> _collected;
    private readonly Counter<long> _dropped;

    public RuntimeMetrics(IMeterFactory factory)
    {
        _meter = factory.Create("UnifiedPlatform.Modules");
        _duration = _meter.CreateHistogram<double>("module.request.duration", "s", "Time a module took to answer, by route template.");
        _work = _meter.CreateHistogram<double>("module.work.duration", "s", "Time of calls, jobs and topic batches in a module.");
        _collected = _meter.CreateCounter<long>("module.generations.collected", "{generation}", "Generations whose code is proven gone.");
        _dropped = _meter.CreateCounter<long>("module.log.dropped", "{message}", "Log messages of a module left out because there were too many.");
    }

    /// <summary>Offers what is counted at the slots.</summary>
    public void Observe(Func<IEnumerable<Slot>> slots)
    {
        Count("module.requests", "{request}", "Requests answered by a module.", slot => slot.Statistics.Requests);
        Count("module.errors", "{request}", "Answers of a module with status 500 or above.", slot => slot.Statistics.Errors);
        Count("module.generations", "{generation}", "Generations started.", slot => slot.Generations);
        Gauge("module.generations.leaked", "{generation}", "Generations whose code is still held after unloading.", slot => slot.Leaked);
        Gauge("module.running", "{module}", "1 while a generation serves.", slot => slot.IsRunning ? 1 : 0);
        Gauge("module.inside", "{call}", "Requests, calls and jobs inside a module.", slot => slot.Current?.Leases.Inside ?? 0);
        Gauge("module.crashes", "{crash}", "Crashes within the window of the quarantine.", slot => slot.Quarantine.Crashes);
        Gauge("module.database.size", "By", "Size of a module's database.", slot => slot.Statistics.DatabaseBytes);
        _meter.CreateObservableCounter("module.usage", () => slots().SelectMany(slot => slot.Statistics.Uses.Select(use =>
            new Measurement<long>(use.Requests, Tag("module", slot.Id), Tag("feature", use.Feature), Tag("department", use.Department)))), "{request}", "Use of a module's features by department.");

        void Count(string name, string unit, string text, Func<Slot, long> read) =>
            _meter.CreateObservableCounter(name, () => slots().Select(slot => new Measurement<long>(read(slot), Tag("module", slot.Id))), unit, text);
        void Gauge(string name, string unit, string text, Func<Slot, long?> read) => _meter.CreateObservableGauge(
            name, () => slots().Where(slot => read(slot) is not null).Select(slot => new Measurement<long>(read(slot) ?? 0, Tag("module", slot.Id))), unit, text);
    }

    public void Answered(string module, string? route, int status, TimeSpan duration)
    {
        if (_duration.Enabled) _duration.Record(duration.TotalSeconds, new TagList { { "module", module }, { "route", route ?? "(no route)" }, { "error", status >= 500 ? Yes : No } });
    }

    public void Worked(string module, ModuleWork work, bool failed, TimeSpan duration) =>
        _work.Record(duration.TotalSeconds, new TagList { { "module", module }, { "work", work.ToString().ToLowerInvariant() }, { "error", failed } });

    public void Unloaded(string module, bool collected)
    {
        if (collected) _collected.Add(1, Tag("module", module));
    }

    public void Dropped(string module, long messages) => _dropped.Add(messages, Tag("module", module));

    public void Dispose() => _meter.Dispose();

    private static KeyValuePair<string, object?> Tag(string name, object value) => new(name, value);
}
