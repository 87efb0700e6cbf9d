namespace UnifiedPlatform.Sdk.Imports;

/// <summary>A column of an import file. The header may carry the name or the title.</summary>
/// <param name="Name">Stable name, e.g. <c>national_id</c>.</param>
/// <param name="Title">Title in Chinese, as departments write it.</param>
/// <param name="Required">Whether each row fills it.</param>
/// <param name="MaxLength">Longest value in characters.</param>
/// <param name="Masked">Holds identity numbers: a preview shows them masked.</param>
public sealed record CsvColumn(string Name, string Title, bool Required = true, int MaxLength = 200, bool Masked = false);
