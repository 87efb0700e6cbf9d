using System.Threading.Channels;
using Npgsql;
using UnifiedPlatform.Host.Storage;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Host.Exchange;

/// <summary>Carries wake-ups between hosts that share one PostgreSQL. Sent after the commit on a connection of its own: in the business transaction it would queue the commits of all writers.</summary>
internal sealed class PostgreSqlNotifications(Databases databases, ExchangeWake wake, TimeProvider clock, ILogger<PostgreSqlNotifications> log) : BackgroundService
{
    private const string ChannelName = "unified_exchange";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private readonly string _node = Guid.CreateVersion7().ToString("N");
    private readonly Channel<string> _outgoing = Channel.CreateBounded<string>(new BoundedChannelOptions(1024) { FullMode = BoundedChannelFullMode.DropWrite });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (databases.Of(Databases.Host) is not PostgreSqlDatabase host) return;
        wake.Committed += Queue;
        try
        {
            await Task.WhenAll(KeepAsync(() => ListenAsync(host, stoppingToken), stoppingToken), KeepAsync(() => SendAsync(host, stoppingToken), stoppingToken));
        }
        finally
        {
            wake.Committed -= Queue;
        }
    }

    private void Queue(string owner) => _outgoing.Writer.TryWrite(owner);

    // A lost notification costs at most one minute: the scheduled pull finds what it would have announced.
    private async Task KeepAsync(Func<Task> work, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await work();
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (NpgsqlException failure)
            {
                log.LogWarning("Exchange notifications are interrupted ({Error}).", failure.GetType().Name);
                await Task.Delay(Pause, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenAsync(PostgreSqlDatabase host, CancellationToken stopping)
    {
        await using var connection = await host.Source.OpenConnectionAsync(stopping);
        connection.Notification += (_, news) =>
        {
            if (news.Payload.Split(' ', 2) is [var node, var owner] && node != _node) wake.WakeFromElsewhere(owner);
        };
        await using (var listen = new NpgsqlCommand($"LISTEN {ChannelName}", connection)) await listen.ExecuteNonQueryAsync(stopping);
        while (true) await connection.WaitAsync(stopping);
    }

    private async Task SendAsync(PostgreSqlDatabase host, CancellationToken stopping)
    {
        while (await _outgoing.Reader.WaitToReadAsync(stopping))
        {
            var owners = new HashSet<string>(StringComparer.Ordinal);
            while (_outgoing.Reader.TryRead(out var owner)) owners.Add(owner);
            await using var connection = await host.Source.OpenConnectionAsync(stopping);
            foreach (var owner in owners)
            {
                await using var notify = new NpgsqlCommand("SELECT pg_notify($1, $2)", connection) { Parameters = { new() { Value = ChannelName }, new() { Value = $"{_node} {owner}" } } };
                await notify.ExecuteNonQueryAsync(stopping);
            }
        }
    }
}
