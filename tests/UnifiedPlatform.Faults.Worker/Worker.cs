using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Host.Tests.Data;
using UnifiedPlatform.Host.Tests.Exchange;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Exchange;
using UnifiedPlatform.Sdk.Residents;

namespace UnifiedPlatform.Faults.Worker;

/// <summary>Accepts cases as fast as it can while the exchange carries their events, until it is killed.</summary>
internal sealed class Worker : IAsyncDisposable
{
    private readonly Town _town;
    private readonly WorkerOptions _options;
    private readonly FileStream _acknowledged;
    private readonly Lock _writing = new();

    private Worker(Town town, WorkerOptions options)
    {
        (_town, _options) = (town, options);
        _acknowledged = new FileStream(options.Acknowledged, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
    }

    public static async Task<Worker> StartAsync(WorkerOptions options, CancellationToken cancellationToken) =>
        new(await Town.OpenAsync(options.Folder, options.PostgreSql, cancellationToken), options);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!_options.Broken) await _town.Pump.StartAsync(cancellationToken);
        var work = Enumerable.Range(0, _options.Writers).Select(writer => Task.Run(() => AcceptAsync(writer, cancellationToken), cancellationToken)).ToList();
        if (_options.Broken) work.Add(Task.Run(() => new BrokenPump(_town, _options.DieBeforeCursor).RunAsync(cancellationToken), cancellationToken));
        await await Task.WhenAny(work); // None of them ends by itself: whoever fails first is the failure.
    }

    private async Task AcceptAsync(int writer, CancellationToken cancellationToken)
    {
        var key = "w" + writer.ToString(CultureInfo.InvariantCulture);
        var version = await _town.ScalarAsync<long>(Town.Source, $"SELECT coalesce(max(key_version), 0) FROM outbox WHERE key = '{key}'", cancellationToken);
        while (true)
        {
            var id = await AcceptAsync(key, ++version, cancellationToken);
            lock (_writing) _acknowledged.Write(System.Text.Encoding.ASCII.GetBytes($"{id:D}\n"));
        }
    }

    // One acceptance: the case, its event and its audit entry in one transaction.
    private async Task<Guid> AcceptAsync(string key, long version, CancellationToken cancellationToken)
    {
        await using var scope = _town.Scope(Town.Source);
        var database = scope.ServiceProvider.GetRequiredService<SampleContext>();
        var unit = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
        var accepted = new Sample { Resident = new ResidentId(Guid.CreateVersion7()), At = DateTimeOffset.UtcNow };
        await unit.RunAsync(async token =>
        {
            database.Add(accepted);
            await database.SaveChangesAsync(token);
            scope.ServiceProvider.GetRequiredService<IOutbox>().Publish(CountedTopics.Latest, key, version, new Counted((int)version, false));
            await using var audit = unit.Command("INSERT INTO audit_out (id, body) VALUES (@id, @body)");
            await audit.Add("id", accepted.Id).Add("body", Array.Empty<byte>()).ExecuteNonQueryAsync(token);
        }, cancellationToken);
        return accepted.Id;
    }

    public async ValueTask DisposeAsync()
    {
        await _town.DisposeAsync();
        await _acknowledged.DisposeAsync();
    }
}
