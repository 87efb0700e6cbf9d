using System.Data.Common;
using System.Globalization;
using System.Threading.Channels;
using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Exchange;
using UnifiedPlatform.Host.Storage;

namespace UnifiedPlatform.Host.Residents.Indexing;

/// <summary>Several hosts on one PostgreSQL each have an index file of their own, and the exchange brings an event to one of them only: so each follows the register by a position of its own.</summary>
internal sealed class IndexFollower(Databases databases, IndexFeed feed, ExchangeWake wake, PlatformOptions options, TimeProvider clock, ILogger<IndexFollower> log) : BackgroundService
{
    private const string Topic = "residents.resident-changed";
    private const int Batch = 500;
    private static readonly TimeSpan Pace = TimeSpan.FromMinutes(1);
    private readonly Channel<bool> _news = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private string File => options.InData("resident-index.position");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        wake.Woken += Hear;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await FollowAsync(stoppingToken);
                using var pause = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
                // A lost wake-up costs a minute at most.
                await Task.WhenAny(_news.Reader.ReadAsync(pause.Token).AsTask(), Task.Delay(Pace, clock, pause.Token));
                await pause.CancelAsync();
            }
        }
        finally
        {
            wake.Woken -= Hear;
        }
    }

    private void Hear(string owner)
    {
        if (owner == Databases.Residents) _news.Writer.TryWrite(true);
    }

    private async Task FollowAsync(CancellationToken stopping)
    {
        try
        {
            var reader = new OutboxReader(databases.Of(Databases.Residents));
            var (epoch, position) = Read();
            while (true)
            {
                var (now, events) = await reader.ReadAsync(Topic, position, Batch, stopping);
                if (now != epoch && position > 0) (now, events) = await reader.ReadAsync(Topic, 0, Batch, stopping);
                if (events.Count == 0) return;
                await feed.WriteAsync([.. events.Select(one => Guid.Parse(one.Key, CultureInfo.InvariantCulture))], stopping);
                (epoch, position) = (now, events[^1].Position);
                await System.IO.File.WriteAllTextAsync(File, string.Create(CultureInfo.InvariantCulture, $"{epoch:D} {position}"), stopping);
            }
        }
        catch (Exception failure) when (failure is DbException or IOException or IndexAwayException)
        {
            log.LogWarning("The resident index could not follow the register ({Error}); it goes on from where it stands.", failure.GetType().Name);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The position is kept; the next start goes on from it.
        }
    }

    private (Guid Epoch, long Position) Read() =>
        System.IO.File.Exists(File) && System.IO.File.ReadAllText(File).Split(' ') is [var epoch, var position]
        && Guid.TryParse(epoch, out var known) && long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? (known, at) : (Guid.Empty, 0);
}
