namespace UnifiedPlatform.Sdk.Imports;

/// <summary>What an import wrote, or would write.</summary>
/// <param name="Rows">Rows read.</param>
/// <param name="Added">Records added.</param>
/// <param name="Updated">Records that were known and took over the row.</param>
public sealed record ImportResult(int Rows, int Added, int Updated);
