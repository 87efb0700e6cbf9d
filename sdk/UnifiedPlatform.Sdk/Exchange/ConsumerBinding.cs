using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;

namespace UnifiedPlatform.Sdk.Exchange;

/// <summary>A consumer class and the topic it reads.</summary>
internal abstract class ConsumerBinding(string topic, int version, string cron)
{
    public string Topic => topic;

    public int Version => version;

    public string Cron => cron;

    public bool Reads(string name) => topic == name || (topic.StartsWith("*.", StringComparison.Ordinal) && name.EndsWith(topic[1..], StringComparison.Ordinal));

    public abstract ValueTask ApplyAsync(IServiceProvider scope, string source, IReadOnlyList<ExchangeEvent> events, JsonSerializerOptions json, DbTransaction target, CancellationToken cancellationToken);
}

/// <inheritdoc/>
internal sealed class ConsumerBinding<TConsumer, T>(string topic, int version, string cron) : ConsumerBinding(topic, version, cron)
    where TConsumer : class, IConsume<T>
{
    public override async ValueTask ApplyAsync(IServiceProvider scope, string source, IReadOnlyList<ExchangeEvent> events, JsonSerializerOptions json, DbTransaction target, CancellationToken cancellationToken)
    {
        var upcasts = scope.GetServices<IUpcast>().Where(upcast => upcast.Topic == Topic).ToList();
        var batch = events.Select(one => new Delivered<T>(one.EventId, source, one.Topic, Version, one.Key, one.KeyVersion, one.Position, one.OccurredAt, one.Actor, Body(one, upcasts, json))).ToList();
        await scope.GetRequiredService<TConsumer>().ApplyAsync(batch, target, cancellationToken);
    }

    private T Body(ExchangeEvent one, List<IUpcast> upcasts, JsonSerializerOptions json)
    {
        if (one.Version == Version) return JsonSerializer.Deserialize<T>(one.Payload, json) ?? throw new JsonException("The body is null.");
        var body = JsonNode.Parse(one.Payload) ?? throw new JsonException("The body is null.");
        for (var version = one.Version; version < Version; version++)
            if (upcasts.Find(upcast => upcast.From == version) is { } upcast) body = upcast.Up(body);
        return body.Deserialize<T>(json) ?? throw new JsonException("The body is null.");
    }
}
