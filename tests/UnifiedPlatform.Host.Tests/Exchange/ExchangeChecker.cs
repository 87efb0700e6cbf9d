using UnifiedPlatform.Host.Exchange;

namespace UnifiedPlatform.Host.Tests.Exchange;

/// <summary>What must hold of an arrow when nothing is on its way (exchange-telemetry-reliability.md §5).</summary>
internal static partial class ExchangeChecker
{
    /// <summary>The first fault; null: none.</summary>
    public static async Task<string?> FaultAsync(Town town, Arrow arrow, int events, bool ordered, CancellationToken cancellationToken)
    {
        var committed = await town.ScalarAsync<int>(arrow.Source, $"SELECT count(*) FROM outbox WHERE topic = '{arrow.Topic}'", cancellationToken);
        if (committed != events) return $"{events} events were acknowledged, {committed} are committed.";
        var twice = await town.ScalarAsync<int>(arrow.Consumer, "SELECT count(*) FROM effects WHERE times <> 1", cancellationToken);
        if (twice != 0) return $"{twice} events had their effect more than once.";
        var effects = await town.ScalarAsync<int>(arrow.Consumer, "SELECT count(*) FROM effects", cancellationToken);
        if (effects != events) return $"{events} events were committed, {effects} had an effect.";
        var inbox = await town.ScalarAsync<int>(arrow.Consumer, $"SELECT count(*) FROM inbox WHERE topic = '{arrow.Topic}' AND outcome = 'applied'", cancellationToken);
        if (inbox != events) return $"The inbox knows {inbox} of {events} events.";
        if (!ordered) return null;
        var disorder = await town.ScalarAsync<int>(arrow.Consumer, """
            SELECT count(*) FROM inbox i JOIN effects e ON e.event_id = i.event_id JOIN effects f ON f.key = e.key AND f.key_version > e.key_version
            JOIN inbox j ON j.event_id = f.event_id WHERE j.pos < i.pos
            """, cancellationToken);
        return disorder == 0 ? null : $"{disorder} pairs of one key came in the wrong order.";
    }
}
