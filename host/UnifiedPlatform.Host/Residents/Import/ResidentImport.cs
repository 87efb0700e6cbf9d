using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Host.Residents.Register;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Domain;
using UnifiedPlatform.Sdk.Failures;
using UnifiedPlatform.Sdk.Imports;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Host.Residents.Import;

/// <summary>Takes a whole file or nothing of it. Somebody known by the number takes over what the row says; what it leaves empty stays. Scoped; needs an open transaction unless it is a dry run.</summary>
public sealed class ResidentImport(ResidentsDbContext database, ResidentRows rows, ResidentWriter writer, RegisterReader register, PersonSecrets secrets, IAudit audit, ITexts texts)
{
    private const int Batch = 500, PreviewRows = 20;

    public async ValueTask<ImportOutcome> RunAsync(ImportUpload upload, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(upload);
        var table = CsvTable.Read(upload.File, ResidentColumns.All(texts), texts);
        var residents = rows.Read(table);
        if (table.Refused("residents") is { } refusal) return new ImportOutcome(null, refusal);

        var (added, updated) = upload.DryRun ? await CountAsync(residents, cancellationToken) : await WriteAsync(residents, cancellationToken);
        var preview = residents.Take(PreviewRows).Select(r => new ImportPreviewRow(r.Line, r.Name, Masks.NationalId(r.DocumentNumber), r.Sex, register.AddressLine(r.Region, r.AddressLine), r.Relation, r.Tags));
        return new ImportOutcome(new ImportReport(residents.Count, added, updated, upload.DryRun ? 0 : residents.Count - added - updated, upload.DryRun, [.. preview]), null);
    }

    private async ValueTask<(int Added, int Updated)> CountAsync(IReadOnlyList<ImportedResident> residents, CancellationToken cancellationToken)
    {
        var known = 0;
        foreach (var batch in residents.Chunk(Batch))
        {
            var keys = batch.Select(r => secrets.KeyOf(r.DocumentKind, r.DocumentNumber)).ToList();
            known += await database.People.BeyondAccess("one person has one record, wherever it is kept").CountAsync(p => p.DocumentKey != null && keys.Contains(p.DocumentKey) && !p.Disputed, cancellationToken);
        }
        return (residents.Count - known, known);
    }

    private async ValueTask<(int Added, int Updated)> WriteAsync(IReadOnlyList<ImportedResident> residents, CancellationToken cancellationToken)
    {
        var (added, updated) = (0, 0);
        foreach (var batch in residents.Chunk(Batch))
        {
            var (fresh, changed) = await writer.WriteAsync(batch, cancellationToken);
            (added, updated) = (added + fresh, updated + changed);
        }
        audit.Changed(database, new AuditEntry("create", "residents.import", null) { Purpose = "data-quality" });
        return (added, updated);
    }
}
