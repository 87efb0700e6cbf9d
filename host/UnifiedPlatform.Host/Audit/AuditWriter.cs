using System.Data.Common;
using System.Threading.Channels;
using UnifiedPlatform.Host.Storage;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Host.Audit;

/// <summary>Takes reads, denials and sign-ins of all callers and commits those that wait together: one durable commit serves many answers.</summary>
internal sealed class AuditWriter([FromKeyedServices(Databases.Audit)] IModuleDatabase database, AuditSignal signal, ILogger<AuditWriter> logger) : IAuditSink, IAsyncDisposable
{
    private const int Together = 500;
    private const int MostWaiting = 10_000;
    private readonly Channel<Waiting> _waiting = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private Task _writing = Task.CompletedTask;

    /// <summary>Why the last commit failed, without its data; null: it did not.</summary>
    public string? Problem { get; private set; }

    public void Start() => _writing = Task.Run(WriteAsync);

    public async ValueTask AppendAsync(Guid id, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var entry = new Waiting(id, body.ToArray(), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        // A full queue means the store is far behind; holding the request would only make it worse.
        if (!_waiting.Writer.TryWrite(entry)) throw new AuditUnavailableException("The audit takes no more entries.");
        await entry.Done.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Takes no more entries and finishes those that wait.</summary>
    public async Task StopAsync()
    {
        _waiting.Writer.TryComplete();
        await _writing;
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private async Task WriteAsync()
    {
        var batch = new List<Waiting>(Together);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < Together && _waiting.Reader.TryRead(out var entry)) batch.Add(entry);
            try
            {
                await CommitAsync(batch);
                Problem = null;
                foreach (var entry in batch) entry.Done.TrySetResult();
                signal.Wake();
            }
            catch (Exception failure) when (failure is DbException or IOException or DatabaseBusyException)
            {
                Problem = failure.GetType().Name;
                logger.LogError(failure, "{Count} audit entries could not be written.", batch.Count);
                foreach (var entry in batch) entry.Done.TrySetException(new AuditUnavailableException("The audit store cannot be written.", failure));
            }
        }
    }

    private async Task CommitAsync(List<Waiting> batch)
    {
        using var turn = await database.TakeWriteTurnAsync(CancellationToken.None);
        await using var connection = await database.OpenAsync(CancellationToken.None);
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "INSERT INTO audit_in (id, body) VALUES (@id, @body)";
        foreach (var entry in batch)
        {
            command.Parameters.Clear();
            command.Add("@id", entry.Id).Add("@body", entry.Body);
            await command.ExecuteNonQueryAsync();
        }
        await transaction.CommitAsync();
    }

    private sealed record Waiting(Guid Id, byte[] Body, TaskCompletionSource Done);
}
