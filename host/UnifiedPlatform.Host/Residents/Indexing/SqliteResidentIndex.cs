using System.Globalization;
using Microsoft.Data.Sqlite;
using UnifiedPlatform.Sdk.Protection;

namespace UnifiedPlatform.Host.Residents.Indexing;

/// <summary>The embedded engine: exact tokens in FTS5, many readers beside one writer. Derived data: a missing, damaged or stale file is built anew.</summary>
public sealed class SqliteResidentIndex(string path, IBlindIndex blind, TimeProvider clock) : IResidentIndex, IDisposable
{
    // A change is stamped before its transaction ends.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly IndexFile _file = new(path);
    private readonly IndexFile _previous = new(Path.ChangeExtension(path, ".previous.db"));
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly SemaphoreSlim _building = new(1, 1);
    private readonly ReaderWriterLockSlim _switching = new();
    private volatile bool _usable;
    private volatile bool _asked;

    // A value hashed with the key in use tells a file made with another key without naming any key.
    private string Marks => $"{TokenGenerator.SchemaVersion}/{blind.Token("id", "marks")}";

    /// <inheritdoc/>
    public ValueTask WriteAsync(IReadOnlyCollection<IndexDocument> documents, bool visible, CancellationToken cancellationToken) => PutAsync(documents, over: false, cancellationToken);

    /// <inheritdoc/>
    public ValueTask OverwriteAsync(IReadOnlyCollection<IndexDocument> documents, CancellationToken cancellationToken) => PutAsync(documents, over: true, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<IndexHit>> FindAsync(TokenCondition condition, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(condition);
        cancellationToken.ThrowIfCancellationRequested();
        return new(Using(connection => (IReadOnlyList<IndexHit>)IndexFile.Find(connection, MatchExpression.Of(condition), limit)));
    }

    /// <inheritdoc/>
    public ValueTask<int> CountAsync(TokenCondition condition, int upTo, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(condition);
        cancellationToken.ThrowIfCancellationRequested();
        return new(Using(connection => (int)IndexFile.Scalar(connection, "SELECT count(*) FROM (SELECT 1 FROM f WHERE f MATCH $match LIMIT $limit)", ("$match", MatchExpression.Of(condition)), ("$limit", upTo))));
    }

    /// <inheritdoc/>
    public ValueTask<IndexState> StateAsync(CancellationToken cancellationToken)
    {
        var previous = File.Exists(_previous.Path) ? Path.GetFileName(_previous.Path) : null;
        try
        {
            return new(new IndexState("embedded", Path.GetFileName(path), null, null, Using(connection => IndexFile.Scalar(connection, "SELECT count(*) FROM doc WHERE tomb = 0")), previous));
        }
        catch (IndexAwayException away)
        {
            return new(new IndexState("embedded", null, away.Fault, away.Detail, 0, previous));
        }
    }

    /// <inheritdoc/>
    public async ValueTask RebuildAsync(IIndexSource source, IProgress<long>? written, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        await _building.WaitAsync(cancellationToken);
        var beside = new IndexFile(path + ".new");
        try
        {
            var began = clock.GetUtcNow();
            beside.Delete();
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            beside.Create(Marks);
            await FillAsync(beside, source.EverybodyAsync(cancellationToken), written, cancellationToken);
            using (var connection = beside.Open()) IndexFile.Run(connection, "INSERT INTO f(f) VALUES('optimize'); PRAGMA wal_checkpoint(TRUNCATE);");
            await SwitchAsync(beside, cancellationToken);
            // What was written while the new file was filled went into the old one.
            await foreach (var batch in source.ChangedSinceAsync(began - Margin, cancellationToken)) await WriteAsync(batch, visible: false, cancellationToken);
        }
        catch (SqliteException error)
        {
            throw Away(error);
        }
        finally
        {
            beside.Delete();
            _building.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask ReturnAsync(IIndexSource source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        await _building.WaitAsync(cancellationToken);
        try
        {
            if (_previous.Marks() != Marks) throw new InvalidOperationException("There is no index to return to.");
            var left = _previous.LeftAt() ?? DateTimeOffset.UnixEpoch;
            var beside = new IndexFile(path + ".new");
            beside.Delete();
            _previous.Rest();
            File.Move(_previous.Path, beside.Path);
            await FillAsync(beside, source.ChangedSinceAsync(left - Margin, cancellationToken), null, cancellationToken);
            var caughtUp = clock.GetUtcNow();
            await SwitchAsync(beside, cancellationToken);
            await foreach (var batch in source.ChangedSinceAsync(caughtUp - Margin, cancellationToken)) await WriteAsync(batch, visible: false, cancellationToken);
        }
        finally
        {
            _building.Release();
        }
    }

    /// <inheritdoc/>
    public ValueTask ForgetPreviousAsync(TimeSpan olderThan, CancellationToken cancellationToken)
    {
        if (File.Exists(_previous.Path) && (olderThan <= TimeSpan.Zero || _previous.LeftAt() is not { } left || left < clock.GetUtcNow() - olderThan)) _previous.Delete();
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<int, BucketSum>> BucketsAsync(CancellationToken cancellationToken) => new(Using(connection => (IReadOnlyDictionary<int, BucketSum>)IndexFile.Buckets(connection)));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<IndexedVersion>> BucketAsync(int bucket, CancellationToken cancellationToken) => new(Using(connection => (IReadOnlyList<IndexedVersion>)IndexFile.Bucket(connection, bucket)));

    /// <inheritdoc/>
    public void Dispose()
    {
        _file.Rest();
        _previous.Rest();
        _writing.Dispose();
        _building.Dispose();
        _switching.Dispose();
    }

    private async ValueTask PutAsync(IReadOnlyCollection<IndexDocument> documents, bool over, CancellationToken cancellationToken)
    {
        if (documents is not { Count: > 0 }) return;
        await _writing.WaitAsync(cancellationToken);
        try
        {
            Using(connection => { IndexFile.Write(connection, documents, over); return 0; });
        }
        finally
        {
            _writing.Release();
        }
    }

    private static async ValueTask FillAsync(IndexFile file, IAsyncEnumerable<IReadOnlyCollection<IndexDocument>> documents, IProgress<long>? written, CancellationToken cancellationToken)
    {
        long count = 0;
        using var connection = file.Open();
        await foreach (var batch in documents.WithCancellation(cancellationToken))
        {
            IndexFile.Write(connection, batch);
            written?.Report(count += batch.Count);
        }
    }

    private async ValueTask SwitchAsync(IndexFile beside, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            var keep = _file.Marks() == Marks;
            if (keep) _file.NoteLeft(clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
            beside.Rest();
            _switching.EnterWriteLock();
            try
            {
                _file.Rest();
                _previous.Delete();
                if (keep) File.Move(_file.Path, _previous.Path);
                else _file.Delete();
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

    private T Using<T>(Func<SqliteConnection, T> use)
    {
        _switching.EnterReadLock();
        try
        {
            if (!_asked) (_usable, _asked) = (_file.Marks() == Marks, true);
            if (!_usable) throw new IndexAwayException(IndexFault.Stale);
            using var connection = _file.Open();
            return use(connection);
        }
        catch (SqliteException error)
        {
            throw Away(error);
        }
        finally
        {
            _switching.ExitReadLock();
        }
    }

    // A file that is no database any more is as good as none: it is built anew.
    private IndexAwayException Away(SqliteException error)
    {
        if (error.SqliteErrorCode is not (11 or 26 or 1)) return new IndexAwayException(IndexFault.Unavailable, $"sqlite {error.SqliteErrorCode}", error);
        (_usable, _asked) = (false, true);
        return new IndexAwayException(IndexFault.Stale, $"sqlite {error.SqliteErrorCode}", error);
    }
}
