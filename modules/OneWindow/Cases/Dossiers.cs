using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.OneWindow.Data;
using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.Sdk.Protection;

namespace UnifiedPlatform.OneWindow.Cases;

/// <summary>Keeps dossiers: sensitive values sealed, each revision for itself.</summary>
internal sealed class Dossiers(OneWindowDbContext database, IFieldProtector protector)
{
    private const string Table = "one-window.case_dossier";
    private const string Column = "sealed";

    public async Task<Dossier?> NewestAsync(Guid caseId, CancellationToken cancellationToken)
    {
        var row = await database.Dossiers.AsNoTracking().Where(row => row.CaseId == caseId).OrderByDescending(row => row.Revision).FirstOrDefaultAsync(cancellationToken);
        return row is null ? null : Open(row);
    }

    public DossierRow Add(Guid caseId, int revision, Dossier dossier, ServiceItem item, Guid by, DateTimeOffset at)
    {
        var sensitive = item.Form.Fields.Where(field => field.Sensitive is not null).Select(field => field.Path).ToHashSet();
        var open = dossier.Values.Where(value => !sensitive.Contains(value.Path)).ToList();
        var closed = new ClosedValues([.. dossier.Values.Where(value => sensitive.Contains(value.Path))], dossier.Resident);
        var id = Guid.CreateVersion7(at);
        var row = new DossierRow
        {
            Id = id, CaseId = caseId, Revision = revision, By = by, At = at, Hash = HashOf(dossier),
            Answers = CaseJson.Write(new OpenValues(dossier.Questions, open)), Sealed = protector.Protect(Table, Column, id, CaseJson.Write(closed)),
        };
        database.Dossiers.Add(row);
        return row;
    }

    public async Task AddNextAsync(Guid caseId, Dossier dossier, ServiceItem item, Guid by, DateTimeOffset at, CancellationToken cancellationToken) =>
        Add(caseId, await database.Dossiers.Where(row => row.CaseId == caseId).MaxAsync(row => row.Revision, cancellationToken) + 1, dossier, item, by, at);

    public static string HashOf(Dossier dossier) => Hashes.Of(CaseJson.Write(dossier));

    private Dossier Open(DossierRow row)
    {
        var open = CaseJson.Read<OpenValues>(row.Answers);
        var closed = row.Sealed is { } bytes ? CaseJson.Read<ClosedValues>(protector.Unprotect(Table, Column, row.Id, bytes)) : new ClosedValues([], new Dictionary<string, JsonElement>());
        return new Dossier(open.Questions, [.. open.Values, .. closed.Values], closed.Resident);
    }

    private sealed record OpenValues(IReadOnlyDictionary<string, JsonElement> Questions, IReadOnlyList<DossierValue> Values);

    private sealed record ClosedValues(IReadOnlyList<DossierValue> Values, IReadOnlyDictionary<string, JsonElement> Resident);
}
