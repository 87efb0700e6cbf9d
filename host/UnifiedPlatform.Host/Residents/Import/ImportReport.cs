using UnifiedPlatform.Sdk.Failures;

namespace UnifiedPlatform.Host.Residents.Import;

/// <summary>What an import did, or would do.</summary>
/// <param name="Rows">Rows read.</param>
/// <param name="Added">People who were not in the register.</param>
/// <param name="Updated">People who were and took over something of their row.</param>
/// <param name="Unchanged">People whose record said it all before.</param>
/// <param name="DryRun">Nothing was written.</param>
/// <param name="Preview">The first rows, masked.</param>
public sealed record ImportReport(int Rows, int Added, int Updated, int Unchanged, bool DryRun, IReadOnlyList<ImportPreviewRow> Preview);

/// <summary>A row as it was understood.</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="Name">Name.</param>
/// <param name="Number">Masked number.</param>
/// <param name="Sex">GB/T 2261.1 code.</param>
/// <param name="Address">Community and address.</param>
/// <param name="Relation">GB/T 4761 code; null: none.</param>
/// <param name="Tags">Keys of tags.</param>
public sealed record ImportPreviewRow(int Line, string Name, string Number, string Sex, string? Address, string? Relation, IReadOnlyList<string> Tags);

/// <summary>What became of an import.</summary>
/// <param name="Report">The report; null when refused.</param>
/// <param name="Refusal">Why nothing was written.</param>
public sealed record ImportOutcome(ImportReport? Report, Refusal? Refusal);
