using Microsoft.AspNetCore.Components;
using UnifiedPlatform.Sdk.Imports;

namespace UnifiedPlatform.Sdk.Web.Imports;

/// <summary>A page that imports a file: choose, see what would be written or each fault, write. Its route is the path given to <see cref="CsvImportForms.MapCsvImportForms"/>.</summary>
public abstract class CsvImportPage : PlatformPage
{
    /// <summary>What would be written; null: no file was checked.</summary>
    [Parameter]
    public CsvOutcome? Outcome { get; set; }

    /// <summary>Key of the checked file.</summary>
    [Parameter]
    public string? Stage { get; set; }

    /// <summary>What was wrong with the file.</summary>
    [Parameter]
    public IReadOnlyList<ImportFault>? Faults { get; set; }
}
