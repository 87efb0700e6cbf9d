using System.Text.Json;
using UnifiedPlatform.Host.Modules.Data;
using UnifiedPlatform.Sdk.Audit;

namespace UnifiedPlatform.Host.Modules.Operations;

/// <summary>An operation as the audit keeps it: once when it is asked for, by who asked, and once when it ends.</summary>
internal static class OperationAudit
{
    public const string Resource = "system.module";

    public static AuditEntry Of(Operation operation) => new("module", Resource, operation.Module)
    {
        Reason = $"{JsonNamingPolicy.CamelCase.ConvertName(operation.Verb.ToString())} {operation.From ?? "-"} > {operation.To ?? "-"}: {operation.Reason}{(operation.Actor.StartsWith(Act.Shell, StringComparison.Ordinal) ? $" ({operation.Actor})" : "")}",
    };
}
