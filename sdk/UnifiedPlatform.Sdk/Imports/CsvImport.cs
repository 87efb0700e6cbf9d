using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Failures;
using UnifiedPlatform.Sdk.Modules;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Sdk.Web;

namespace UnifiedPlatform.Sdk.Imports;

/// <summary>An import of a module: strict file, each fault by line and column, all rows or none. The module says what a row means and how it is kept.</summary>
/// <typeparam name="TRow">A row as it was understood.</typeparam>
/// <param name="database">The module's context.</param>
/// <param name="unit">The unit of work of the scope.</param>
/// <param name="module">The module.</param>
/// <param name="shell">Frame, for texts.</param>
public abstract class CsvImport<TRow>(DbContext database, IUnitOfWork unit, ModuleInfo module, IShell shell) : ICsvImport where TRow : class
{
    private const int PreviewRows = 20;

    /// <summary>Texts of the frame, in which faults of domain values are said.</summary>
    protected ITexts FrameTexts { get; } = shell.Texts;

    /// <inheritdoc/>
    public abstract IReadOnlyList<CsvColumn> Columns { get; }

    /// <summary>Column whose value stands in one row only.</summary>
    protected abstract string Key { get; }

    /// <summary>Reads what rows refer to, before the first row.</summary>
    protected virtual ValueTask ReadyAsync(CancellationToken cancellationToken) => default;

    /// <summary>Reads one row and reports its faults to it; null: it has some.</summary>
    protected abstract ValueTask<TRow?> ReadAsync(CsvRow row, CancellationToken cancellationToken);

    /// <summary>Adds or renews the record of a row in the context. Everything is saved at the end.</summary>
    protected abstract ValueTask<(bool Added, Refusal? Refusal)> KeepAsync(TRow row, CancellationToken cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<CsvOutcome> RunAsync(CsvFile? file, CancellationToken cancellationToken)
    {
        if (file is null) return Refused(new Refusal($"{module.Id}.import-too-large", 422, FrameTexts.Format("import.too-large", CsvUpload.MostMegabytes)));
        var table = CsvTable.Read(file, Columns, FrameTexts);
        if (table.Refused(module.Id) is { } unreadable) return Refused(unreadable, table);
        table.FaultDuplicates(Key);
        await ReadyAsync(cancellationToken);
        var rows = new List<TRow>(table.Rows.Count);
        foreach (var row in table.Rows)
            if (await ReadAsync(row, cancellationToken) is { } read) rows.Add(read);
        if (table.Refused(module.Id) is { } wrong) return Refused(wrong, table);

        var added = 0;
        foreach (var row in rows)
        {
            var (isNew, refusal) = await KeepAsync(row, cancellationToken);
            if (refusal is not null) return Refused(refusal);
            if (isNew) added++;
        }
        await database.SaveChangesAsync(cancellationToken);
        return new CsvOutcome(new ImportResult(rows.Count, added, rows.Count - added), table.Preview(PreviewRows), null, []);
    }

    /// <inheritdoc/>
    public async ValueTask<CsvOutcome> RehearseAsync(CsvFile? file, CancellationToken cancellationToken)
    {
        await unit.BeginAsync(cancellationToken);
        try
        {
            return await RunAsync(file, cancellationToken);
        }
        finally
        {
            await unit.RollbackAsync();
        }
    }

    private static CsvOutcome Refused(Refusal refusal, CsvTable? table = null) => new(null, null, refusal, table?.Faults ?? []);
}
