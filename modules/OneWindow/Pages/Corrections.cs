using UnifiedPlatform.OneWindow.Cases;
using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.Sdk.Audit;

namespace UnifiedPlatform.OneWindow.Pages;

/// <summary>Reads what the page of a correction shows. That the values were read is kept.</summary>
internal sealed class Corrections(CasePages pages, CaseDesk desk, Dossiers dossiers, IAudit audit)
{
    /// <summary>The sheet; null: no such case, or hidden. <paramref name="part"/>: part that asked; null: before acceptance.</summary>
    public async Task<CorrectionSheet?> FindAsync(string number, string? part, CancellationToken cancellationToken)
    {
        if (await pages.FindAsync(number, null, cancellationToken) is not { } file || await desk.FindRowAsync(number, cancellationToken) is not { } row) return null;
        var open = file.Case.Corrections.FirstOrDefault(asked => asked.Part == part);
        var dossier = await dossiers.NewestAsync(row.Id, cancellationToken);
        var values = (dossier?.Values ?? []).ToDictionary(value => value.Path);
        var opened = open is null ? new HashSet<string>() : CorrectionDecision.Opened(file.Rules, open.Points);
        if (open is not null)
            await audit.ReadAsync(new AuditEntry("view", CasePolicy.Type, row.Id.ToString("D")) { Subjects = [row.SubjectId], CaseNumber = row.Number, Fields = [.. values.Keys], Purpose = "one-window.correct" }, cancellationToken);
        return new CorrectionSheet(file, open, [.. file.Rules.Form.Fields.Where(field => opened.Contains(field.Path))], open is null ? new Dictionary<string, DossierValue>() : values);
    }
}
