using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Sdk.Exchange;

/// <inheritdoc cref="IOutbox"/>
/// <remarks>Rows are written last, together and in order, so that no number is taken long before its commit.</remarks>
internal sealed class Outbox(UnitOfWork unit, JsonSerializerOptions json, Func<Guid?> actor, TimeProvider clock, IExchangeWake? wake, OwnCapabilities? capabilities = null) : IOutbox
{
    private const int RowsAStatement = 100;
    private readonly List<ExchangeEvent> _events = [];
    private DbTransaction? _transaction;

    public void Publish<T>(Topic<T> topic, string key, long keyVersion, T body)
    {
        ArgumentNullException.ThrowIfNull(topic);
        ArgumentException.ThrowIfNullOrEmpty(key);
        capabilities?.Demand(Capabilities.Publish(topic.Name));
        var transaction = unit.Transaction ?? throw new InvalidOperationException("An event is published in the transaction of the change it tells of; open one first (endpoint rule .Changes(), or IUnitOfWork.RunAsync).");
        if (!ReferenceEquals(_transaction, transaction))
        {
            _transaction = transaction;
            _events.Clear();
            unit.BeforeCommit(WriteAsync);
            if (wake is not null) unit.AfterCommit(() => wake.Wake(unit.Database.Owner));
        }
        var now = clock.GetUtcNow();
        _events.Add(new(0, Guid.CreateVersion7(now), topic.Name, topic.Version, topic.Order == TopicOrder.Strict, key, keyVersion,
            JsonSerializer.Serialize(body, json), Activity.Current?.Id, actor(), now));
    }

    private async ValueTask WriteAsync(CancellationToken cancellationToken)
    {
        foreach (var topic in _events.Select(written => written.Topic).Distinct(StringComparer.Ordinal)) await WriteHeadAsync(topic, cancellationToken);
        foreach (var rows in _events.Chunk(RowsAStatement)) await WriteAsync(rows, cancellationToken);
        _events.Clear();
        _transaction = null;
    }

    // PostgreSQL gets its head from the sequencer: here it would make writers of a new topic wait for each other.
    private async ValueTask WriteHeadAsync(string topic, CancellationToken cancellationToken)
    {
        if (unit.Database.Kind != DatabaseKind.Sqlite) return;
        await using var head = unit.Command("INSERT INTO outbox_head (topic, last, epoch) VALUES (@topic, 0, @epoch) ON CONFLICT DO NOTHING");
        await head.Add("topic", topic).Add("epoch", Guid.CreateVersion7()).ExecuteNonQueryAsync(cancellationToken);
    }

    private async ValueTask WriteAsync(ExchangeEvent[] rows, CancellationToken cancellationToken)
    {
        var sql = new StringBuilder("INSERT INTO outbox (event_id, topic, topic_version, strict, key, key_version, payload, traceparent, actor, occurred_at) VALUES ");
        await using var command = unit.Command("");
        for (var i = 0; i < rows.Length; i++)
        {
            sql.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : ", ")}(@e{i}, @t{i}, @v{i}, @s{i}, @k{i}, @n{i}, @p{i}, @c{i}, @a{i}, @o{i})");
            var row = rows[i];
            command.Add($"e{i}", row.EventId).Add($"t{i}", row.Topic).Add($"v{i}", row.Version).Add($"s{i}", row.Strict).Add($"k{i}", row.Key).Add($"n{i}", row.KeyVersion)
                .Add($"p{i}", row.Payload).Add($"c{i}", row.Traceparent).Add($"a{i}", row.Actor).Add($"o{i}", row.OccurredAt);
        }
        command.CommandText = sql.ToString();
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
