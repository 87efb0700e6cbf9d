using System.Data.Common;
using UnifiedPlatform.Host.Storage;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Host.Exchange;

/// <summary>Forgets what the exchange and the idempotency no longer need; never an event that an arrow has not applied.</summary>
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
        foreach (var arrows in pump.Lanes.Select(lane => lane.Arrow).Where(arrow => arrow.Source == owner).GroupBy(arrow => arrow.Topic))
        {
            var slowest = long.MaxValue;
            foreach (var arrow in arrows) slowest = Math.Min(slowest, (await new InboxReader(databases.Of(arrow.Consumer), clock).CursorAsync(owner, arrow.Topic, cancellationToken)).Position);
            await ForgetAsync("DELETE FROM outbox WHERE topic = @topic AND pos <= @slowest AND occurred_at < @before", Events, command => command.Add("topic", arrows.Key).Add("slowest", slowest));
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
}
