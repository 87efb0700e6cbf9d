using System.Globalization;
using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Storage;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Host.Audit;

/// <summary>Writes anchors to the directory named by <c>Security:AnchorDirectory</c>: another machine's append-only share, not this disk.</summary>
internal sealed class Anchors([FromKeyedServices(Databases.Audit)] IModuleDatabase database, AuditKey key, IConfiguration settings, PlatformOptions options, TimeProvider clock)
{
    public string Folder => settings["Security:AnchorDirectory"] is { Length: > 0 } named ? Path.GetFullPath(named) : options.InData("anchors");

    /// <summary>Anchors the head of the chain; null when nothing was sealed since the last anchor.</summary>
    public async Task<Anchor?> WriteAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        if (await HeadAsync(connection, cancellationToken) is not var (seq, day, hash)) return null;
        var now = clock.GetUtcNow();
        var unsigned = new Anchor(Anchor.CurrentFormat, key.Installation, day, seq, Convert.ToHexStringLower(hash), now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), key.PublicPem, "");
        var anchor = unsigned with { Signature = Convert.ToBase64String(key.Sign(unsigned.Statement())) };
        Directory.CreateDirectory(Folder);
        var path = Path.Combine(Folder, anchor.FileName);
        if (!File.Exists(path)) await File.WriteAllTextAsync(path, anchor.ToJson(), cancellationToken);
        using var turn = await database.TakeWriteTurnAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO audit_anchor (seq, at) VALUES (@seq, @at) ON CONFLICT DO NOTHING";
        command.Add("@seq", seq).Add("@at", now);
        await command.ExecuteNonQueryAsync(cancellationToken);
        return anchor;
    }

    /// <summary>The newest anchor in the directory; null: there is none.</summary>
    public async Task<Anchor?> NewestAsync(CancellationToken cancellationToken) =>
        Directory.Exists(Folder) && Directory.EnumerateFiles(Folder, Anchor.Pattern).Max(StringComparer.Ordinal) is { } file ? Anchor.Read(await File.ReadAllTextAsync(file, cancellationToken)) : null;

    private static async Task<(long Seq, string Day, byte[] Hash)?> HeadAsync(System.Data.Common.DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT seq, day, hash FROM audit_entry WHERE seq > COALESCE((SELECT MAX(seq) FROM audit_anchor), 0) ORDER BY seq DESC LIMIT 1";
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? (row.GetInt64(0), row.GetString(1), row.GetFieldValue<byte[]>(2)) : null;
    }
}
