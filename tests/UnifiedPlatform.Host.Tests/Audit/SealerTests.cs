using System.Data.Common;
using UnifiedPlatform.Host.Audit;
using UnifiedPlatform.Host.Tests.Data;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Host.Tests.Audit;

public sealed class SealerTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Store.Kinds), MemberType = typeof(Store))]
    public async Task Many_writers_at_once_are_sealed_once_and_whole(DatabaseKind kind)
    {
        await using var ledgers = await Ledgers.CreateAsync(kind, Cancelled);
        await Parallel.ForAsync(0, 600, new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = Cancelled }, async (_, token) =>
        {
            var id = Guid.CreateVersion7();
            await ledgers.Writer.AppendAsync(id, ledgers.Body(id), token);
        });

        await ledgers.SealAllAsync(Cancelled);

        var check = await ledgers.VerifyAsync(Cancelled);
        Assert.Null(check.Fault);
        Assert.Equal(600, check.Entries);
        Assert.Equal(0, await ledgers.ScalarAsync<long>("SELECT COUNT(*) FROM audit_in", Cancelled));
    }

    [Theory]
    [MemberData(nameof(Store.Kinds), MemberType = typeof(Store))]
    public async Task A_crash_between_commit_and_deletion_doubles_nothing(DatabaseKind kind)
    {
        await using var ledgers = await Ledgers.CreateAsync(kind, Cancelled);
        var source = ledgers.Module("one-window");
        await CreateOutAsync(source);
        var id = Guid.CreateVersion7();
        await PutAsync(source, id, ledgers.Body(id));
        await ledgers.SealAllAsync(Cancelled);

        await PutAsync(source, id, ledgers.Body(id));
        await ledgers.SealAllAsync(Cancelled);

        Assert.Equal(1, await ledgers.ScalarAsync<long>("SELECT COUNT(*) FROM audit_entry WHERE src = 'one-window'", Cancelled));
        Assert.Equal(0, await ledgers.ScalarAsync<long>("SELECT COUNT(*) FROM audit_out", Cancelled, source));
        Assert.Null((await ledgers.VerifyAsync(Cancelled)).Fault);
    }

    [Theory]
    [MemberData(nameof(Store.Kinds), MemberType = typeof(Store))]
    public async Task Sealed_rows_are_neither_changed_nor_deleted(DatabaseKind kind)
    {
        await using var ledgers = await Ledgers.CreateAsync(kind, Cancelled);
        await ledgers.AppendAsync(2, Cancelled);

        await Assert.ThrowsAnyAsync<DbException>(() => ledgers.ScalarAsync<int>("UPDATE audit_entry SET act = 'x'", Cancelled));
        await Assert.ThrowsAnyAsync<DbException>(() => ledgers.ScalarAsync<int>("DELETE FROM audit_entry", Cancelled));
    }

    [Fact]
    public async Task Subjects_say_who_touched_a_record()
    {
        await using var ledgers = await Ledgers.CreateAsync(DatabaseKind.Sqlite, Cancelled);
        var (resident, entry) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await ledgers.Writer.AppendAsync(entry, ledgers.Body(entry, resident), Cancelled);
        await ledgers.AppendAsync(3, Cancelled);

        Assert.Equal(1, await ledgers.ScalarAsync<long>($"SELECT COUNT(*) FROM audit_subject WHERE resident = x'{Convert.ToHexString(resident.ToByteArray(bigEndian: true))}'", Cancelled));
    }

    [Fact]
    public async Task A_clock_set_back_does_not_reorder_the_chain()
    {
        await using var ledgers = await Ledgers.CreateAsync(DatabaseKind.Sqlite, Cancelled);
        await ledgers.AppendAsync(3, Cancelled);
        ledgers.Clock.Now -= TimeSpan.FromDays(2);
        await ledgers.AppendAsync(3, Cancelled);

        var check = await ledgers.VerifyAsync(Cancelled);

        Assert.Null(check.Fault);
        Assert.Single(check.Days);
    }

    [Fact]
    public async Task A_store_that_cannot_be_written_is_said_to_the_caller()
    {
        await using var ledgers = await Ledgers.CreateAsync(DatabaseKind.Sqlite, Cancelled);
        await ledgers.ScalarAsync<int>("DROP TABLE audit_in", Cancelled);

        await Assert.ThrowsAsync<AuditUnavailableException>(async () => await ledgers.Writer.AppendAsync(Guid.CreateVersion7(), "{}"u8.ToArray(), Cancelled));
        Assert.NotNull(await new AuditReadiness(ledgers.Writer).ProblemAsync(Cancelled));
    }

    [Fact]
    public void A_reason_with_an_identity_number_or_a_phone_is_refused()
    {
        foreach (var reason in new[] { "核对 990101199001010018", "电话 13800138000", "１３８００１３８０００", "9901 0119 9001 0100 1X" })
            Assert.Throws<ArgumentException>(() => AuditBody.Write(Guid.CreateVersion7(), DateTimeOffset.UnixEpoch, null, [], null, null, "host", new AuditEntry("view", "x", null) { Reason = reason }));
        Assert.NotEmpty(AuditBody.Write(Guid.CreateVersion7(), DateTimeOffset.UnixEpoch, null, [], null, null, "host", new AuditEntry("view", "x", null) { Reason = "投诉编号20260928001" }));
    }

    [Fact]
    public void The_body_has_one_fixed_order_of_members()
    {
        var body = AuditBody.Write(Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057"), DateTimeOffset.UnixEpoch, null, ["DH", "CL"], "10.0.0.1", "t", "host", new AuditEntry("view", "residents.resident", "r") { Fields = ["b", "a"] });

        Assert.Equal(
            """{"v":1,"id":"01890a5d-ac96-774b-bcce-b302099a8057","at":"1970-01-01T00:00:00.000000Z","actor":null,"kind":"anonymous","name":null,"session":null,"roles":["CL","DH"],"dept":null,"act":"view","rtype":"residents.resident","rid":"r","subjects":[],"fields":["b","a"],"purpose":null,"case":null,"ip":"10.0.0.1","result":"ok","reason":null,"trace":"t","src":"host"}""",
            System.Text.Encoding.UTF8.GetString(body));
    }

    private static async Task CreateOutAsync(IModuleDatabase database)
    {
        await using var connection = await database.OpenAsync(Cancelled);
        await using var command = connection.CreateCommand();
        command.CommandText = database.Schema is { } schema
            ? $"CREATE SCHEMA \"{schema}\"; CREATE TABLE \"{schema}\".audit_out (id uuid PRIMARY KEY, body bytea NOT NULL)"
            : "CREATE TABLE audit_out (id BLOB PRIMARY KEY, body BLOB NOT NULL)";
        await command.ExecuteNonQueryAsync(Cancelled);
    }

    private static async Task PutAsync(IModuleDatabase database, Guid id, byte[] body)
    {
        await using var connection = await database.OpenAsync(Cancelled);
        await using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO audit_out (id, body) VALUES (@id, @body)";
        command.Add("@id", id).Add("@body", body);
        await command.ExecuteNonQueryAsync(Cancelled);
    }
}
