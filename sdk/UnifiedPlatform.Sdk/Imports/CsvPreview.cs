namespace UnifiedPlatform.Sdk.Imports;

/// <summary>The first rows of a file as they were understood.</summary>
/// <param name="Columns">Titles of the columns the file has.</param>
/// <param name="Rows">The rows.</param>
public sealed record CsvPreview(IReadOnlyList<string> Columns, IReadOnlyList<CsvPreviewRow> Rows);

/// <summary>A row.</summary>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Cells">Its values, in the order of the columns; identity numbers masked.</param>
public sealed record CsvPreviewRow(int Line, IReadOnlyList<string> Cells);
