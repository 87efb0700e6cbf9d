using UnifiedPlatform.Host.Identity.Ring;
using UnifiedPlatform.Host.Tests.Data;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Host.Tests.Identity;

public sealed class KeyRotationTests : IDisposable
{
    private const int Rows = 1_200;
    private readonly TemporaryKeys _keys = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _keys.Dispose();

    [Theory]
    [MemberData(nameof(Store.Kinds), MemberType = typeof(Store))]
    public async Task Every_field_moves_to_the_fresh_key_and_the_old_one_goes(DatabaseKind kind)
    {
        await using var store = await Store.CreateAsync(kind, Cancelled);
        var ring = _keys.Open();
        var fields = new FieldProtector(ring);
        var ids = await FillAsync(store.Database, fields);
        var old = ring.Active("field:sample").Id;

        var moved = await new KeyRotation(ring, fields, store.Database, TimeProvider.System).RotateAsync(Cancelled);

        Assert.Equal(Rows, moved);
        Assert.Null(ring.Find(old));
        var values = await ReadAsync(store.Database);
        Assert.Equal(Rows, values.Count);
        Assert.All(ids, id => Assert.Equal(id.ToString(), fields.Unprotect("sample.secrets", "secret", id, values[id])));
    }

    [Fact]
    public async Task A_rotation_that_was_stopped_goes_on_where_it_stood()
    {
        await using var store = await Store.CreateAsync(DatabaseKind.Sqlite, Cancelled);
        var ring = _keys.Open();
        var fields = new FieldProtector(ring);
        await FillAsync(store.Database, fields);
        var first = new CancellationTokenSource();
        var half = new StoppingAfter(fields, Rows / 2, first);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new KeyRotation(ring, half, store.Database, TimeProvider.System).RotateAsync(first.Token));
        var rest = await new KeyRotation(ring, fields, store.Database, TimeProvider.System).RotateAsync(Cancelled);

        Assert.InRange(rest, 1, Rows - 1);
        Assert.Empty(ring.DecryptOnly("field:sample"));
        Assert.Equal(Rows, (await ReadAsync(store.Database)).Count(pair => fields.Unprotect("sample.secrets", "secret", pair.Key, pair.Value) == pair.Key.ToString()));
        first.Dispose();
    }

    private static async Task<List<Guid>> FillAsync(IModuleDatabase database, FieldProtector fields)
    {
        await using var connection = await database.OpenAsync(Cancelled);
        await using var command = connection.CreateCommand();
        command.CommandText = database.Kind == DatabaseKind.Sqlite ? "CREATE TABLE secrets (id BLOB PRIMARY KEY, secret BLOB)" : "CREATE TABLE secrets (id uuid PRIMARY KEY, secret bytea)";
        await command.ExecuteNonQueryAsync(Cancelled);
        await using var transaction = await connection.BeginTransactionAsync(Cancelled);
        command.Transaction = transaction;
        command.CommandText = "INSERT INTO secrets (id, secret) VALUES (@id, @secret)";
        var ids = new List<Guid>();
        for (var i = 0; i < Rows; i++)
        {
            var id = Guid.CreateVersion7();
            command.Parameters.Clear();
            command.Add("@id", id).Add("@secret", fields.Protect("sample.secrets", "secret", id, id.ToString()));
            await command.ExecuteNonQueryAsync(Cancelled);
            ids.Add(id);
        }
        await transaction.CommitAsync(Cancelled);
        return ids;
    }

    private static async Task<Dictionary<Guid, byte[]>> ReadAsync(IModuleDatabase database)
    {
        await using var connection = await database.OpenAsync(Cancelled);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, secret FROM secrets";
        await using var rows = await command.ExecuteReaderAsync(Cancelled);
        var values = new Dictionary<Guid, byte[]>();
        while (await rows.ReadAsync(Cancelled)) values[rows.Id(0)] = rows.GetFieldValue<byte[]>(1);
        return values;
    }

    private sealed class StoppingAfter(FieldProtector inner, int count, CancellationTokenSource stop) : Sdk.Protection.IFieldProtector
    {
        private int _left = count;

        public byte[] Protect(string table, string column, Guid row, string plain)
        {
            if (--_left == 0) stop.Cancel();
            return inner.Protect(table, column, row, plain);
        }

        public string Unprotect(string table, string column, Guid row, byte[] sealedValue) => inner.Unprotect(table, column, row, sealedValue);
    }
}
