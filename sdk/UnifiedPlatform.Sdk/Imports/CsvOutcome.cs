using UnifiedPlatform.Sdk.Failures;

namespace UnifiedPlatform.Sdk.Imports;

/// <summary>What became of an import, or would become of it.</summary>
/// <param name="Result">What was written, or would be; null: nothing, because of the refusal.</param>
/// <param name="Preview">The first rows; null: refused.</param>
/// <param name="Refusal">Why nothing is written.</param>
/// <param name="Faults">Each fault of the file.</param>
public sealed record CsvOutcome(ImportResult? Result, CsvPreview? Preview, Refusal? Refusal, IReadOnlyList<ImportFault> Faults);
