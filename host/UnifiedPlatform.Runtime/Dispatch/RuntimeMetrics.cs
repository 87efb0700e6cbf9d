using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace UnifiedPlatform.Runtime.Dispatch;

/// <summary>Instruments of the runtime, by module and route template.</summary>
internal sealed class RuntimeMetrics : IDisposable
{
    private readonly Meter _meter;
    private readonly Counter<long> _requests;
    private readonly Counter<long> _errors;
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _collected;
    private readonly Counter<long> _leaked;

    public RuntimeMetrics(IMeterFactory factory)
    {
        _meter = factory.Create("UnifiedPlatform.Modules");
        _requests = _meter.CreateCounter<long>("module.requests", "{request}", "Requests answered by a module.");
        _errors = _meter.CreateCounter<long>("module.errors", "{request}", "Answers of a module with status 500 or above.");
        _duration = _meter.CreateHistogram<double>("module.request.duration", "s", "Time a module took to answer.");
        _collected = _meter.CreateCounter<long>("module.generations.collected", "{generation}", "Generations whose code is proven gone.");
        _leaked = _meter.CreateCounter<long>("module.generations.leaked", "{generation}", "Generations whose code is still held after unloading.");
    }

    public void Answered(string module, string? route, int status, TimeSpan duration)
    {
        var tags = new TagList { { "module", module }, { "route", route ?? "(no route)" } };
        _requests.Add(1, tags);
        if (status >= 500) _errors.Add(1, tags);
        _duration.Record(duration.TotalSeconds, tags);
    }

    public void Unloaded(string module, bool collected) => (collected ? _collected : _leaked).Add(1, new KeyValuePair<string, object?>("module", module));

    public void Dispose() => _meter.Dispose();
}
