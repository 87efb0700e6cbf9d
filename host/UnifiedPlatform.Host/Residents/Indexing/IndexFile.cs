using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace UnifiedPlatform.Host.Residents.Indexing;

/// <summary>One file of the embedded index (resident-index.md §3): schema, marks by which a stale file is told, reading and writing.</summary>
internal sealed class IndexFile(string path)
{
    private const string Schema =
        """
        CREATE TABLE doc(id INTEGER PRIMARY KEY, rid BLOB NOT NULL UNIQUE, ver INTEGER NOT NULL, ck INTEGER NOT NULL, bucket INTEGER NOT NULL, tomb INTEGER NOT NULL DEFAULT 0,
          name TEXT, addr_norm TEXT, com TEXT, grid TEXT, hh BLOB, dob_y INTEGER, sex TEXT, away INTEGER NOT NULL DEFAULT 0, sort_key TEXT);
        CREATE INDEX doc_bucket ON doc(bucket, tomb, ck);
        CREATE VIRTUAL TABLE f USING fts5(tok, content='', contentless_delete=1, detail=none, tokenize='ascii');
        CREATE TABLE meta(k TEXT PRIMARY KEY, v TEXT) WITHOUT ROWID;
        """;

    // A contentless table cannot update a row it does not know, so the row number of the document is the row number of its tokens.
    private static readonly CompositeFormat Upsert = CompositeFormat.Parse(
        """
        INSERT INTO doc(rid, ver, ck, bucket, tomb, name, addr_norm, com, grid, hh, dob_y, sex, away, sort_key)
        VALUES($rid, $ver, $ck, $bucket, $tomb, $name, $addr, $com, $grid, $hh, $dob, $sex, $away, $sort)
        ON CONFLICT(rid) DO UPDATE SET ver=excluded.ver, ck=excluded.ck, tomb=excluded.tomb, name=excluded.name, addr_norm=excluded.addr_norm, com=excluded.com,
          grid=excluded.grid, hh=excluded.hh, dob_y=excluded.dob_y, sex=excluded.sex, away=excluded.away, sort_key=excluded.sort_key
        {0}
        RETURNING id
        """);

    private const string OnlyNewer = "WHERE excluded.ver > doc.ver";

    public string Path => path;

    private string ConnectionString => new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 10 }.ToString();

    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(ConnectionString);
        try
        {
            connection.Open();
            Run(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON; PRAGMA cache_size=-32000;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public void Create(string marks)
    {
        using var connection = Open();
        Run(connection, Schema);
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO meta(k, v) VALUES('marks', $marks)";
        command.Parameters.AddWithValue("$marks", marks);
        command.ExecuteNonQuery();
    }

    /// <summary>The marks the file was made with; null: no file, or none of ours.</summary>
    public string? Marks()
    {
        if (!File.Exists(path)) return null;
        try
        {
            using var connection = Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT v FROM meta WHERE k = 'marks'";
            return command.ExecuteScalar() as string;
        }
        catch (SqliteException)
        {
            return null; // Damaged or foreign: it is built anew, nothing in it is missed.
        }
    }

    /// <summary>Since when the file is not written any more; null: it never stepped back.</summary>
    public DateTimeOffset? LeftAt()
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT v FROM meta WHERE k = 'left'";
        return command.ExecuteScalar() is string left ? DateTimeOffset.Parse(left, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind) : null;
    }

    public void NoteLeft(string left)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT OR REPLACE INTO meta(k, v) VALUES('left', $left); PRAGMA wal_checkpoint(TRUNCATE);";
        command.Parameters.AddWithValue("$left", left);
        command.ExecuteNonQuery();
    }

    /// <summary>Closes every connection kept open, so that the file may be moved.</summary>
    public void Rest()
    {
        using var connection = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(connection);
    }

    public void Delete()
    {
        Rest();
        foreach (var part in (ReadOnlySpan<string>)["", "-wal", "-shm"]) File.Delete(path + part);
    }

    public static Dictionary<int, BucketSum> Buckets(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT bucket, count(*), sum(ck & 4294967295), sum((ck >> 32) & 4294967295) FROM doc WHERE tomb = 0 GROUP BY bucket";
        using var row = command.ExecuteReader();
        var buckets = new Dictionary<int, BucketSum>();
        while (row.Read()) buckets.Add(row.GetInt32(0), new BucketSum(row.GetInt64(1), row.GetInt64(2), row.GetInt64(3)));
        return buckets;
    }

    public static List<IndexedVersion> Bucket(SqliteConnection connection, int bucket)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT rid, ver, ck FROM doc WHERE bucket = $bucket AND tomb = 0";
        command.Parameters.AddWithValue("$bucket", bucket);
        using var row = command.ExecuteReader();
        var held = new List<IndexedVersion>();
        while (row.Read()) held.Add(new IndexedVersion(new Guid((byte[])row[0], bigEndian: true), row.GetInt64(1), row.GetInt64(2)));
        return held;
    }

    public static void Write(SqliteConnection connection, IReadOnlyCollection<IndexDocument> documents, bool over = false)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        using var put = PutCommand(connection, transaction, over);
        using var tokens = Command(connection, transaction, "INSERT OR REPLACE INTO f(rowid, tok) VALUES($id, $tok)", "$id", "$tok");
        using var drop = Command(connection, transaction, "DELETE FROM f WHERE rowid = $id", "$id");
        foreach (var document in documents)
        {
            Bind(put, document);
            if (put.ExecuteScalar() is not long row) continue;
            var target = document.Gone ? drop : tokens;
            target.Parameters[0].Value = row;
            if (!document.Gone) target.Parameters[1].Value = string.Join(' ', document.Tokens);
            target.ExecuteNonQuery();
        }
        transaction.Commit();
    }

    public static List<IndexHit> Find(SqliteConnection connection, string match, int limit)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT d.rid, d.ver, d.name, d.addr_norm, d.com, d.grid, d.away, d.sort_key FROM f JOIN doc d ON d.id = f.rowid WHERE f MATCH $match AND d.tomb = 0 ORDER BY f.rowid LIMIT $limit";
        command.Parameters.AddWithValue("$match", match);
        command.Parameters.AddWithValue("$limit", limit);
        using var row = command.ExecuteReader();
        var hits = new List<IndexHit>();
        while (row.Read())
            hits.Add(new IndexHit(new Guid((byte[])row[0], bigEndian: true), row.GetInt64(1), Text(row, 2) ?? "", Text(row, 3) ?? "", Text(row, 4), Text(row, 5), row.GetInt64(6) == 0, Text(row, 7) ?? ""));
        return hits;
    }

    public static long Scalar(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static SqliteCommand PutCommand(SqliteConnection connection, SqliteTransaction transaction, bool over) =>
        Command(connection, transaction, string.Format(CultureInfo.InvariantCulture, Upsert, over ? "" : OnlyNewer), "$rid", "$ver", "$ck", "$bucket", "$tomb", "$name", "$addr", "$com", "$grid", "$hh", "$dob", "$sex", "$away", "$sort");

    private static SqliteCommand Command(SqliteConnection connection, SqliteTransaction transaction, string sql, params ReadOnlySpan<string> parameters)
    {
        var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, sql);
        foreach (var name in parameters) command.Parameters.Add(new SqliteParameter { ParameterName = name });
        return command;
    }

    private static void Bind(SqliteCommand put, IndexDocument d)
    {
        object?[] values =
        [
            d.Id.ToByteArray(bigEndian: true), d.Version, d.Checksum, d.Bucket, d.Gone ? 1 : 0, d.Name, d.Address, d.Region, d.Grid,
            d.Household?.ToByteArray(bigEndian: true), d.BirthYear, d.Sex, d.Present ? 0 : 1, d.SortKey,
        ];
        for (var i = 0; i < values.Length; i++) put.Parameters[i].Value = values[i] ?? DBNull.Value;
    }
}
