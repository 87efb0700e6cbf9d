namespace UnifiedPlatform.Sdk.Imports;

/// <summary>An import of a module, as its routes and pages use it.</summary>
public interface ICsvImport
{
    /// <summary>The columns of the file.</summary>
    IReadOnlyList<CsvColumn> Columns { get; }

    /// <summary>Writes the whole file inside the open transaction, or nothing of it. A null file was too large.</summary>
    ValueTask<CsvOutcome> RunAsync(CsvFile? file, CancellationToken cancellationToken);

    /// <summary>Runs the import in a transaction of its own and rolls it back: what would be written, or each fault.</summary>
    ValueTask<CsvOutcome> RehearseAsync(CsvFile? file, CancellationToken cancellationToken);
}
