using System.Data;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Sdk.Audit;

internal sealed class ModuleAudit(IActorAccessor accessor, IAuditSink sink, AuditSource source, TimeProvider clock) : IAudit
{
    public void Changed(DbContext database, AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(database);
        var transaction = database.Database.CurrentTransaction?.GetDbTransaction()
            ?? throw new InvalidOperationException("A change is recorded in the transaction that makes it; open one first (endpoint rule .Changes()).");
        var (id, body) = Record(entry);
        using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        var sqlite = database.Database.ProviderName == "Microsoft.EntityFrameworkCore.Sqlite";
        command.CommandText = $"INSERT INTO {Table(database)} (id, body) VALUES (@id, @body)";
        Add(command, "@id", sqlite ? id.ToByteArray(bigEndian: true) : id);
        Add(command, "@body", body);
        command.ExecuteNonQuery();
    }

    public ValueTask ReadAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        var (id, body) = Record(entry);
        return sink.AppendAsync(id, body, cancellationToken);
    }

    private (Guid Id, byte[] Body) Record(AuditEntry entry)
    {
        var at = clock.GetUtcNow();
        var id = Guid.CreateVersion7(at);
        return (id, AuditBody.Write(id, at, accessor.Actor, accessor.Rights.Roles, accessor.Address, Activity.Current?.TraceId.ToHexString(), source.Id, entry));
    }

    private static string Table(DbContext database) => database.Model.GetDefaultSchema() is { } schema ? $"\"{schema}\".audit_out" : "audit_out";

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
