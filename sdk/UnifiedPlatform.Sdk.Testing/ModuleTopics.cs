using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Sdk.Exchange;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Sdk.Testing;

/// <summary>The exchange as a module's test sees it: hand events in as if another module had published them, read what the module published.</summary>
public sealed class ModuleTopics
{
    private readonly IModuleRuntime _runtime;
    private readonly string _module;
    private readonly TimeProvider _clock;
    private readonly ModuleRows _rows;
    private readonly Guid _epoch = Guid.CreateVersion7();
    private readonly JsonSerializerOptions _json = PlatformJson.CreateLenient();
    private long _position;

    internal ModuleTopics(IModuleRuntime runtime, string module, TimeProvider clock, ModuleRows rows) => (_runtime, _module, _clock, _rows) = (runtime, module, clock, rows);

    /// <summary>Hands one event to the module's consumers, in their transaction.</summary>
    /// <param name="topic">Topic name; its first part is the source.</param>
    /// <param name="version">Topic version.</param>
    /// <param name="key">Ordering key.</param>
    /// <param name="body">Body; it travels as JSON.</param>
    /// <param name="cancellationToken">Cancellation.</param>
    /// <returns>What became of it. A consumer that throws gives <see cref="ExchangeOutcome.Failed"/>.</returns>
    public async Task<ExchangeResult> PublishAsync(string topic, int version, string key, object body, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(topic);
        var now = _clock.GetUtcNow();
        var position = Interlocked.Increment(ref _position);
        var one = new ExchangeEvent(position, Guid.CreateVersion7(now), topic, version, false, key, position, JsonSerializer.Serialize(body, _json), null, null, now);
        return await DeliverAsync(one, cancellationToken);
    }

    /// <summary>Hands an event in again under its own id, as the exchange does after a crash: the module must take it for done.</summary>
    public async Task<ExchangeResult> DeliverAsync(ExchangeEvent one, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(one);
        var batch = new ExchangeBatch(one.Topic[..one.Topic.IndexOf('.', StringComparison.Ordinal)], one.Topic, _epoch, [one], "test", null);
        var deliver = (IServiceProvider services, CancellationToken token) => services.GetRequiredService<IExchangeTarget>().ApplyAsync(batch, token);
        var result = await _runtime.UseAsync(_module, deliver, cancellationToken);
        // The first batch of an epoch only puts the cursor to its start.
        return result.Outcome == ExchangeOutcome.Rewound ? await _runtime.UseAsync(_module, deliver, cancellationToken) : result;
    }

    /// <summary>Bodies the module has published to the topic, in order.</summary>
    public async Task<IReadOnlyList<JsonElement>> PublishedAsync(string topic, CancellationToken cancellationToken = default)
    {
        var rows = await _rows.ReadAsync("SELECT payload FROM outbox WHERE topic = @p0 ORDER BY seq", cancellationToken, topic);
        return [.. rows.Select(row => JsonDocument.Parse((string)row[0]!).RootElement.Clone())]; // the column is not null
    }
}
