using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Host.Identity.Data;
using UnifiedPlatform.Host.Storage;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Host.Audit;

/// <summary>Reads the chain for the audit officer.</summary>
internal sealed class AuditQueries([FromKeyedServices(Databases.Audit)] IModuleDatabase database, IdentityDbContext identity)
{
    public const int Most = 200;

    public async Task<IReadOnlyList<AuditLine>> FindAsync(AuditFilter filter, CancellationToken cancellationToken)
    {
        var sql = new StringBuilder("SELECT e.seq, e.body FROM audit_entry e");
        if (filter.Resident is not null) sql.Append(" JOIN audit_subject s ON s.seq = e.seq AND s.resident = @resident");
        sql.Append(" WHERE e.seq < @before");
        if (filter.Actor is not null) sql.Append(" AND e.actor = @actor");
        if (filter.Day is not null) sql.Append(" AND e.day = @day");
        if (filter.Act is not null) sql.Append(" AND e.act = @act");
        sql.Append(" ORDER BY e.seq DESC LIMIT @limit");
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql.ToString();
        command.Add("@before", filter.Before ?? long.MaxValue).Add("@limit", Math.Clamp(filter.Limit, 1, Most));
        if (filter.Resident is { } resident) command.Add("@resident", resident);
        if (filter.Actor is { } actor) command.Add("@actor", actor);
        if (filter.Day is { } day) command.Add("@day", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (filter.Act is { } act) command.Add("@act", act);
        var lines = new List<AuditLine>();
        await using (var rows = await command.ExecuteReaderAsync(cancellationToken))
            while (await rows.ReadAsync(cancellationToken)) lines.Add(Line(rows.GetInt64(0), rows.GetFieldValue<byte[]>(1)));
        return await NamedAsync(lines, cancellationToken);
    }

    private async Task<IReadOnlyList<AuditLine>> NamedAsync(List<AuditLine> lines, CancellationToken cancellationToken)
    {
        var ids = lines.Select(line => line.Actor).OfType<string>().Distinct().Select(text => new AccountId(Guid.Parse(text, CultureInfo.InvariantCulture))).ToArray();
        var names = await identity.Accounts.AsNoTracking().Where(account => ids.Contains(account.Id)).ToDictionaryAsync(account => account.Id.ToString(), account => account.Name, cancellationToken);
        return [.. lines.Select(line => line with { ActorName = line.Actor is { } actor ? names.GetValueOrDefault(actor) ?? line.ActorName : line.ActorName })];
    }

    private static AuditLine Line(long seq, byte[] body)
    {
        using var document = JsonDocument.Parse(body);
        var root = document.RootElement;
        string? Text(string name) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        return new AuditLine(
            seq, root.GetProperty("at").GetDateTimeOffset(), Text("actor"), Text("name"), Text("kind") ?? "", Text("dept"), Text("act") ?? "", Text("rtype") ?? "", Text("rid"), Text("result") ?? "",
            Text("purpose"), Text("case"), Text("reason"), [.. root.GetProperty("fields").EnumerateArray().Select(field => field.GetString() ?? "")], root.GetProperty("subjects").GetArrayLength(), Text("src") ?? "");
    }
}
