using System.Data.Common;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Exchange;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Host.Tests.Exchange;

/// <summary>Body of the test topics. A poisonous one is refused by its consumer until it is cured.</summary>
public sealed record Counted(int Number, bool Poison);

public static class CountedTopics
{
    public static readonly Topic<Counted> Latest = new("alpha.counted", 1, TopicOrder.Latest);
    public static readonly Topic<Counted> Strict = new("alpha.listed", 1, TopicOrder.Strict);
    public static readonly Topic<Counted> Newer = new("alpha.counted", 2, TopicOrder.Latest);
}

/// <summary>Counts how often each event has its effect.</summary>
[Consumes("alpha.counted", 1)]
[Consumes("alpha.listed", 1, Cron = Hourly)]
internal sealed class CountingConsumer(IUnitOfWork unit, Cure cure) : IConsume<Counted>
{
    public const string Hourly = "0 0 * * * ?";

    public async ValueTask ApplyAsync(IReadOnlyList<Delivered<Counted>> batch, DbTransaction target, CancellationToken cancellationToken)
    {
        await using var command = unit.Command("INSERT INTO effects (event_id, key, key_version, times) VALUES (@id, @key, @version, 1) ON CONFLICT (event_id) DO UPDATE SET times = effects.times + 1");
        foreach (var one in batch)
        {
            if (one.Body.Poison && !cure.Found) throw new InvalidOperationException("This event cannot be applied.");
            command.Parameters.Clear();
            await command.Add("id", one.EventId).Add("key", one.Key).Add("version", one.KeyVersion).ExecuteNonQueryAsync(cancellationToken);
        }
    }
}

/// <summary>Whether poisonous events can be applied now.</summary>
public sealed class Cure
{
    public bool Found { get; set; }
}
