using System.Diagnostics;
using System.Diagnostics.Metrics;
using UnifiedPlatform.Sdk.Exchange;

namespace UnifiedPlatform.Host.Exchange;

/// <summary>Spans and figures of the exchange (contracts.md §11).</summary>
internal sealed class ExchangeTelemetry : IDisposable
{
    public const string Name = "UnifiedPlatform.Exchange";
    private const int MostLinks = 32;
    private readonly ActivitySource _source = new(Name);
    private readonly Meter _meter = new(Name);
    private readonly Counter<long> _events;
    private IReadOnlyList<ArrowStatus> _measured = [];

    public ExchangeTelemetry()
    {
        _events = _meter.CreateCounter<long>("exchange.events", "{event}", "Events by what became of them.");
        _meter.CreateObservableGauge("exchange.lag", () => Measure(arrow => arrow.LagSeconds), "s", "Age of the oldest event not applied.");
        _meter.CreateObservableGauge("exchange.backlog", () => Measure(arrow => arrow.Backlog), "{event}", "Events not applied.");
        _meter.CreateObservableGauge("exchange.dead_letters", () => Measure(arrow => arrow.DeadLetters), "{event}", "Open dead letters.");
    }

    /// <summary>Takes the newest figures for the gauges.</summary>
    public void Measured(IReadOnlyList<ArrowStatus> arrows) => _measured = arrows;

    /// <summary>A span of its own trace, linked to those of the producers.</summary>
    public Activity? Start(Arrow arrow, IReadOnlyList<ExchangeEvent> events)
    {
        var links = events.Select(one => one.Traceparent).OfType<string>().Distinct().Take(MostLinks)
            .Select(trace => ActivityContext.TryParse(trace, null, isRemote: true, out var context) ? new ActivityLink(context) : default).Where(link => link.Context != default);
        var span = _source.StartActivity("exchange.apply", ActivityKind.Consumer, parentContext: default, links: links);
        span?.SetTag("messaging.system", "unified-exchange").SetTag("messaging.destination.name", arrow.Topic).SetTag("messaging.consumer.group.name", arrow.Consumer).SetTag("messaging.batch.message_count", events.Count);
        return span;
    }

    public void Count(Arrow arrow, ExchangeResult result)
    {
        Count(arrow, "applied", result.Applied);
        Count(arrow, "duplicate", result.Duplicate);
        Count(arrow, "dead", result.Dead);
        if (result.Outcome is ExchangeOutcome.Failed) Count(arrow, "failed", 1);
    }

    public void Dispose()
    {
        _source.Dispose();
        _meter.Dispose();
    }

    private void Count(Arrow arrow, string outcome, int events)
    {
        if (events > 0) _events.Add(events, new("topic", arrow.Topic), new("consumer", arrow.Consumer), new("outcome", outcome));
    }

    private IEnumerable<Measurement<double>> Measure(Func<ArrowStatus, double> figure) =>
        _measured.Select(arrow => new Measurement<double>(figure(arrow), new("topic", arrow.Topic), new("consumer", arrow.Consumer)));
}
