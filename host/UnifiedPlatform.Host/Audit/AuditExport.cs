using System.Data.Common;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using UnifiedPlatform.Host.Storage;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Host.Audit;

/// <summary>Writes a day of the chain as <c>audit-YYYYMMDD.jsonl.gz</c>, which anybody verifies without host, database or secret.</summary>
internal sealed class AuditExport([FromKeyedServices(Databases.Audit)] IModuleDatabase database, AuditKey key)
{
    public const string Format = "up-audit/1";

    public static string FileName(DateOnly day) => $"audit-{day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}.jsonl.gz";

    /// <summary>Writes the day; false when it has no entries.</summary>
    public async Task<bool> WriteAsync(DateOnly day, Stream target, CancellationToken cancellationToken)
    {
        var name = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT seq, n, body, hash FROM audit_entry WHERE day = @day ORDER BY seq";
        command.Add("@day", name);
        var before = await CloseBeforeAsync(connection, name, cancellationToken);
        var closedAt = await ClosedAtAsync(connection, name, cancellationToken);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        if (!await rows.ReadAsync(cancellationToken)) return false;
        await using var packed = new GZipStream(target, CompressionLevel.Optimal, leaveOpen: true);
        await using var text = new StreamWriter(packed, new UTF8Encoding(false)) { NewLine = "\n" };
        await text.WriteLineAsync(JsonSerializer.Serialize(new { format = Format, installation = key.Installation, day = name, suite = "intl-1", before = Convert.ToHexStringLower(before), first = rows.GetInt64(0), key = key.PublicPem }));
        long count = 0;
        byte[] last;
        do
        {
            last = rows.GetFieldValue<byte[]>(3);
            await text.WriteLineAsync(JsonSerializer.Serialize(new { i = rows.GetInt64(1), b = Convert.ToBase64String(rows.GetFieldValue<byte[]>(2)), h = Convert.ToHexStringLower(last) }));
            count++;
        }
        while (await rows.ReadAsync(cancellationToken));
        var close = Chain.Close(count, last);
        await text.WriteLineAsync(JsonSerializer.Serialize(new { n = count, close = Convert.ToHexStringLower(close), closedAt, sig = Convert.ToBase64String(key.Sign([.. Encoding.ASCII.GetBytes(name), .. close])) }));
        return true;
    }

    private static async Task<byte[]> CloseBeforeAsync(DbConnection connection, string day, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT close FROM audit_day WHERE day < @day ORDER BY day DESC LIMIT 1";
        command.Add("@day", day);
        return await command.ExecuteScalarAsync(cancellationToken) as byte[] ?? [];
    }

    private static async Task<DateTimeOffset?> ClosedAtAsync(DbConnection connection, string day, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT closed_at FROM audit_day WHERE day = @day";
        command.Add("@day", day);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? row.Instant(0) : null;
    }
}
