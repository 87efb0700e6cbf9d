using System.Data.Common;
using UnifiedPlatform.Host.Storage;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Host.Exchange;

/// <summary>Forgets what the exchange and the idempotency no longer need; never an event that an installed module has yet to read, also one that is stopped.</summary>
internal sealed class Retention(Databases databases, IModuleRuntime modules, ExchangePump pump, IServiceProviderIsKeyedService keyed, TimeProvider clock)
{
    private static readonly TimeSpan Events = TimeSpan.FromDays(30), Inbox = TimeSpan.FromDays(37), Runs = TimeSpan.FromDays(90), Decided = TimeSpan.FromDays(180), Answers = TimeSpan.FromHours(72);

    public async ValueTask RunAsync(CancellationToken cancellationToken)
    {
        var owners = Databases.HostOwners.Where(owner => keyed.IsKeyedService(typeof(IModuleMigrator), owner))
            .Concat(modules.Modules.Where(module => module.State == ModuleState.Running).Select(module => module.Id));
        foreach (var owner in owners) await ForgetAsync(owner, cancellationToken);
    }

    private async ValueTask ForgetAsync(string owner, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var database = databases.Of(owner);
        await ForgetAsync("DELETE FROM inbox WHERE applied_at < @before", Inbox);
        await ForgetAsync("DELETE FROM exchange_run WHERE at < @before", Runs);
        await ForgetAsync("DELETE FROM dead_letter WHERE state <> 'open' AND last_at < @before", Decided);
        await ForgetAsync("DELETE FROM idempotency WHERE at < @before", Answers);
        foreach (var topic in await new OutboxReader(database).TopicsAsync(cancellationToken))
        {
            var slowest = await SlowestAsync(owner, topic, cancellationToken);
            await ForgetAsync("DELETE FROM outbox WHERE topic = @topic AND occurred_at < @before AND (@unread OR pos <= @slowest)", Events,
                command => command.Add("topic", topic).Add("unread", slowest is null).Add("slowest", slowest ?? 0));
        }

        async ValueTask ForgetAsync(string sql, TimeSpan age, Action<DbCommand>? fill = null)
        {
            using var turn = await database.TakeWriteTurnAsync(cancellationToken);
            await using var connection = await database.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.Add("before", now - age);
            fill?.Invoke(command);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>Position up to which every installed reader has the topic, running or not; null: nobody reads it.</summary>
    private async ValueTask<long?> SlowestAsync(string source, string topic, CancellationToken cancellationToken)
    {
        long? slowest = null;
        var running = pump.Lanes.Select(lane => lane.Arrow).Where(arrow => arrow.Source == source && arrow.Topic == topic).Select(arrow => arrow.Consumer).ToHashSet(StringComparer.Ordinal);
        foreach (var consumer in running) Hold(await InboxOf(consumer).CursorAsync(source, topic, cancellationToken));
        foreach (var module in modules.Modules.Where(module => module.Manifest is not null && !running.Contains(module.Id)))
        {
            var cursor = await InboxOf(module.Id).ExistsAsync(cancellationToken) ? await InboxOf(module.Id).CursorAsync(source, topic, cancellationToken) : InboxReader.Cursor.None;
            if (cursor.Epoch is not null || Reads(module.Manifest!, topic)) Hold(cursor);
        }
        return slowest;

        void Hold(InboxReader.Cursor cursor) => slowest = Math.Min(slowest ?? long.MaxValue, cursor.Position);
    }

    // A module that never ran has no cursor yet: what it will read is in its manifest.
    private static bool Reads(ModuleManifest manifest, string topic) =>
        manifest.Contributes.Consumes.Any(read => read.Topic == topic || (read.Topic.StartsWith("*.", StringComparison.Ordinal) && topic.EndsWith(read.Topic[1..], StringComparison.Ordinal)))
        || (manifest.Contributes.PartCapabilities.Count > 0 && topic.StartsWith("one-window.part-", StringComparison.Ordinal));

    private InboxReader InboxOf(string consumer) => new(databases.Of(consumer), clock);
}
