using Microsoft.Data.Sqlite;
using UnifiedPlatform.Sdk.Protection;

namespace UnifiedPlatform.Host.Residents.Indexing;

/// <summary>The embedded engine: exact tokens in FTS5, many readers beside one writer. Derived data: a missing, damaged or stale file is built anew.</summary>
public sealed class SqliteResidentIndex(string path, IBlindIndex blind) : IResidentIndex, IDisposable
{
    private readonly IndexFile _file = new(path);
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly ReaderWriterLockSlim _switching = new();
    private List<IndexDocument>? _meanwhile;
    private volatile bool _usable;
    private bool _asked;

    // A value hashed with the key in use tells a file made with another key without naming any key.
    private string Marks => $"{TokenGenerator.SchemaVersion}/{blind.Token("id", "marks")}";

    /// <inheritdoc/>
    public async ValueTask WriteAsync(IReadOnlyCollection<IndexDocument> documents, CancellationToken cancellationToken)
    {
        if (documents is not { Count: > 0 }) return;
        await _writing.WaitAsync(cancellationToken);
        try
        {
            _meanwhile?.AddRange(documents);
            if (!Usable()) return;
            Reading(connection => { IndexFile.Write(connection, documents); return 0; });
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<IndexHit>> FindAsync(TokenCondition condition, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(condition);
        cancellationToken.ThrowIfCancellationRequested();
        return new(Usable() ? Reading(connection => (IReadOnlyList<IndexHit>)IndexFile.Find(connection, MatchExpression.Of(condition), limit)) : []);
    }

    /// <inheritdoc/>
    public ValueTask<int> CountAsync(TokenCondition condition, int upTo, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(condition);
        cancellationToken.ThrowIfCancellationRequested();
        return new(Usable() ? Reading(connection => (int)IndexFile.Scalar(connection, "SELECT count(*) FROM (SELECT 1 FROM f WHERE f MATCH $match LIMIT $limit)", ("$match", MatchExpression.Of(condition)), ("$limit", upTo))) : 0);
    }

    /// <inheritdoc/>
    public ValueTask<IndexState> StateAsync(CancellationToken cancellationToken) =>
        new(Usable() ? new IndexState(true, Reading(connection => IndexFile.Scalar(connection, "SELECT count(*) FROM doc WHERE tomb = 0"))) : new IndexState(false, 0));

    /// <inheritdoc/>
    public async ValueTask RebuildAsync(IAsyncEnumerable<IReadOnlyCollection<IndexDocument>> documents, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var beside = new IndexFile(path + ".new");
        Delete(beside.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        beside.Create(Marks);
        await KeepingMeanwhileAsync(cancellationToken);
        try
        {
            using (var connection = beside.Open())
                await foreach (var batch in documents.WithCancellation(cancellationToken)) IndexFile.Write(connection, batch);
            await TakePlaceAsync(beside, cancellationToken);
        }
        finally
        {
            _meanwhile = null;
            Delete(beside.Path);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ClearPool(_file.Path);
        _writing.Dispose();
        _switching.Dispose();
    }

    private async ValueTask KeepingMeanwhileAsync(CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        _meanwhile = [];
        _writing.Release();
    }

    // What was written while the new file was filled is older than nothing: versions decide.
    private async ValueTask TakePlaceAsync(IndexFile beside, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            using (var connection = beside.Open())
            {
                if (_meanwhile is { Count: > 0 } late) IndexFile.Write(connection, late);
                IndexFile.Run(connection, "INSERT INTO f(f) VALUES('optimize'); PRAGMA wal_checkpoint(TRUNCATE);");
            }
            ClearPool(beside.Path);
            _switching.EnterWriteLock();
            try
            {
                ClearPool(_file.Path);
                Delete(_file.Path);
                File.Move(beside.Path, _file.Path);
                (_usable, _asked) = (true, true);
            }
            finally
            {
                _switching.ExitWriteLock();
            }
        }
        finally
        {
            _writing.Release();
        }
    }

    private bool Usable()
    {
        if (!_asked) (_usable, _asked) = (_file.Marks() == Marks, true);
        return _usable;
    }

    private T Reading<T>(Func<SqliteConnection, T> read)
    {
        _switching.EnterReadLock();
        try
        {
            using var connection = _file.Open();
            return read(connection);
        }
        finally
        {
            _switching.ExitReadLock();
        }
    }

    private static void ClearPool(string file)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 10 }.ToString());
        SqliteConnection.ClearPool(connection);
    }

    private static void Delete(string file)
    {
        foreach (var part in (ReadOnlySpan<string>)["", "-wal", "-shm"]) File.Delete(file + part);
    }
}
