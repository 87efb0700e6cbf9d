using System.Data.Common;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Host.Audit;

/// <summary>Verifies exported days, or the database itself, against the chain and against anchors kept elsewhere.</summary>
internal static class AuditVerifier
{
    public static async Task<ChainCheck> FilesAsync(IEnumerable<string> files, string? anchorFolder, string? publicPem, CancellationToken cancellationToken)
    {
        var check = new ChainCheck();
        string? key = publicPem;
        foreach (var file in files.OrderBy(Path.GetFileName, StringComparer.Ordinal))
        {
            try
            {
                key = await FileAsync(file, check, key, cancellationToken);
            }
            catch (Exception unreadable) when (unreadable is InvalidDataException or JsonException or FormatException or KeyNotFoundException or InvalidOperationException or CryptographicException)
            {
                throw new InvalidDataException($"{Path.GetFileName(file)} is no whole export of format {AuditExport.Format}.", unreadable);
            }
        }
        await HoldAsync(check, anchorFolder, key, cancellationToken);
        return check;
    }

    public static async Task<ChainCheck> DatabaseAsync(IModuleDatabase database, string? anchorFolder, string publicPem, CancellationToken cancellationToken)
    {
        var check = new ChainCheck();
        await using var connection = await database.OpenAsync(cancellationToken);
        var closes = await ClosesAsync(connection, cancellationToken);
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = "SELECT seq, day, n, body, hash FROM audit_entry ORDER BY seq";
            await using var rows = await command.ExecuteReaderAsync(cancellationToken);
            var day = "";
            while (await rows.ReadAsync(cancellationToken))
            {
                if (rows.GetString(1) != day)
                {
                    if (day.Length > 0) check.EndDay(Closed(closes, day)?.Entries, Closed(closes, day)?.Close);
                    day = rows.GetString(1);
                    check.BeginDay(day, closes.Where(close => string.CompareOrdinal(close.Day, day) < 0).Select(close => close.Close).LastOrDefault() ?? []);
                }
                check.Entry(rows.GetInt64(0), rows.GetInt64(2), rows.GetFieldValue<byte[]>(3), rows.GetFieldValue<byte[]>(4));
            }
            if (day.Length > 0) check.EndDay(Closed(closes, day)?.Entries, Closed(closes, day)?.Close);
        }
        await HoldAsync(check, anchorFolder, publicPem, cancellationToken);
        return check;
    }

    private static (string Day, long Entries, byte[] Close)? Closed(List<(string Day, long Entries, byte[] Close)> closes, string day) =>
        closes.FindIndex(close => close.Day == day) is var index and >= 0 ? closes[index] : null;

    private static async Task<List<(string Day, long Entries, byte[] Close)>> ClosesAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT day, entries, close FROM audit_day ORDER BY day";
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var closes = new List<(string, long, byte[])>();
        while (await rows.ReadAsync(cancellationToken)) closes.Add((rows.GetString(0), rows.GetInt64(1), rows.GetFieldValue<byte[]>(2)));
        return closes;
    }

    private static async Task<string?> FileAsync(string file, ChainCheck check, string? key, CancellationToken cancellationToken)
    {
        await using var packed = File.OpenRead(file);
        await using var plain = new GZipStream(packed, CompressionMode.Decompress);
        using var text = new StreamReader(plain, Encoding.UTF8);
        using var header = JsonDocument.Parse(await text.ReadLineAsync(cancellationToken) ?? "null");
        if (header.RootElement.ValueKind != JsonValueKind.Object || header.RootElement.GetProperty("format").GetString() != AuditExport.Format)
            throw new InvalidDataException("The first line is no header of the format.");
        var day = header.RootElement.GetProperty("day").GetString()!; // checked format
        var pem = key ?? header.RootElement.GetProperty("key").GetString()!;
        var seq = header.RootElement.GetProperty("first").GetInt64();
        check.BeginDay(day, Convert.FromHexString(header.RootElement.GetProperty("before").GetString()!));
        var ended = false;
        while (await text.ReadLineAsync(cancellationToken) is { } line)
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            if (root.TryGetProperty("close", out var close))
            {
                var bytes = Convert.FromHexString(close.GetString()!);
                check.EndDay(root.GetProperty("n").GetInt64(), bytes);
                if (!AuditKey.Fits(pem, [.. Encoding.ASCII.GetBytes(day), .. bytes], Convert.FromBase64String(root.GetProperty("sig").GetString()!))) check.Refuse(day, "the signature of its close does not fit the key");
                ended = true;
            }
            else check.Entry(seq++, root.GetProperty("i").GetInt64(), Convert.FromBase64String(root.GetProperty("b").GetString()!), Convert.FromHexString(root.GetProperty("h").GetString()!));
        }
        if (!ended) check.Refuse(day, "the file ends without its close");
        return pem;
    }

    private static async Task HoldAsync(ChainCheck check, string? folder, string? publicPem, CancellationToken cancellationToken)
    {
        if (folder is null || publicPem is null || !Directory.Exists(folder)) return;
        foreach (var file in Directory.EnumerateFiles(folder, Anchor.Pattern).Order(StringComparer.Ordinal))
            if (Anchor.Read(await File.ReadAllTextAsync(file, cancellationToken)) is { } anchor) check.Hold(anchor, publicPem);
            else check.Refuse(Path.GetFileName(file), "is no anchor");
    }
}
