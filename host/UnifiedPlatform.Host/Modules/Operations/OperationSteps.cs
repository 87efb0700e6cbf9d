using System.Text.Json;
using UnifiedPlatform.Host.Modules.Data;
using UnifiedPlatform.Runtime;

namespace UnifiedPlatform.Host.Modules.Operations;

/// <summary>What the journal keeps as JSON.</summary>
internal static class OperationSteps
{
    public static IReadOnlyList<OperationStep> Of(Operation operation) => JsonSerializer.Deserialize<OperationStep[]>(operation.Steps) ?? [];

    public static ModuleFailure? FailureOf(Operation operation) =>
        operation.FailureCode is { } code ? new ModuleFailure(code, JsonSerializer.Deserialize<string[]>(operation.FailureArguments ?? "[]") ?? []) : null;
}
