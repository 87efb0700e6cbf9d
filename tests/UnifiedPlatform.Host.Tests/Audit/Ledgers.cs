using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using UnifiedPlatform.Host.Audit;
using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Identity.Ring;
using UnifiedPlatform.Host.Storage;
using UnifiedPlatform.Host.Tests.Identity;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Host.Tests.Audit;

/// <summary>An audit database with writer, sealer, anchors and exports, without a host.</summary>
internal sealed class Ledgers : IAsyncDisposable
{
    private readonly TestDatabase? _server;
    private readonly Databases _databases;
    private readonly DataDirectory _directory;
    private readonly AuditSignal _signal = new();
    private readonly AuditKey _key;

    private Ledgers(string folder, TestDatabase? server)
    {
        (Folder, _server) = (folder, server);
        var options = new PlatformOptions(Path.Combine(folder, "data"), Path.Combine(folder, "keys"), folder, true, 1, false, false, "", server?.ConnectionString, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Security:AnchorDirectory", Path.Combine(folder, "anchors"))]).Build();
        _directory = new DataDirectory(options);
        _databases = new Databases(options, _directory, () => throw new NotSupportedException());
        Database = _databases.Of(Databases.Audit);
        _key = new AuditKey(KeyRing.Open(settings, options, Clock));
        Writer = new AuditWriter(Database, _signal, NullLogger<AuditWriter>.Instance);
        Sealer = new Sealer(Database, new AuditSources(_databases, options), options, Clock);
        Anchors = new Anchors(Database, _key, settings, options, Clock);
        Export = new AuditExport(Database, _key);
    }

    public string Folder { get; }

    public MovableClock Clock { get; } = new(new DateTimeOffset(2026, 9, 28, 1, 0, 0, TimeSpan.Zero));

    public IModuleDatabase Database { get; }

    public AuditWriter Writer { get; }

    public Sealer Sealer { get; }

    public Anchors Anchors { get; }

    public AuditExport Export { get; }

    public AuditKey Key => _key;

    public static async Task<Ledgers> CreateAsync(DatabaseKind kind, CancellationToken cancellationToken)
    {
        Assert.SkipUnless(kind == DatabaseKind.Sqlite || TestDatabase.Available, TestDatabase.SkipReason);
        var ledgers = new Ledgers(Directory.CreateTempSubdirectory("up-audit-").FullName, kind == DatabaseKind.PostgreSql ? await TestDatabase.CreateAsync(cancellationToken) : null);
        await AuditSchema.CreateAsync(ledgers.Database, cancellationToken);
        ledgers.Writer.Start();
        return ledgers;
    }

    public IModuleDatabase Module(string id) => _databases.Of(id);

    public byte[] Body(Guid id, params Guid[] subjects) =>
        AuditBody.Write(id, Clock.Now, null, [], null, null, "host", new AuditEntry("view", "residents.resident", id.ToString("D")) { Subjects = subjects });

    public async Task AppendAsync(int count, CancellationToken cancellationToken)
    {
        for (var i = 0; i < count; i++)
        {
            var id = Guid.CreateVersion7();
            await Writer.AppendAsync(id, Body(id), cancellationToken);
        }
        await SealAllAsync(cancellationToken);
    }

    public async Task SealAllAsync(CancellationToken cancellationToken)
    {
        while (await Sealer.SealAsync(cancellationToken) > 0)
        {
        }
    }

    public async Task<T?> ScalarAsync<T>(string sql, CancellationToken cancellationToken, IModuleDatabase? database = null)
    {
        await using var connection = await (database ?? Database).OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancellationToken) is { } value and not DBNull ? (T)Convert.ChangeType(value, typeof(T), System.Globalization.CultureInfo.InvariantCulture) : default;
    }

    public Task<ChainCheck> VerifyAsync(CancellationToken cancellationToken) => AuditVerifier.DatabaseAsync(Database, Anchors.Folder, _key.PublicPem, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Writer.StopAsync();
        _databases.Dispose();
        _directory.Dispose();
        _signal.Dispose();
        _key.Dispose();
        if (_server is not null) await _server.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
