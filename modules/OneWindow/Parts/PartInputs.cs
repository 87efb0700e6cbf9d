using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.OneWindow.Cases;
using UnifiedPlatform.OneWindow.Data;
using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Counter;
using UnifiedPlatform.Sdk.Lists;

namespace UnifiedPlatform.OneWindow.Parts;

/// <summary>Gives a handler exactly the fields and earlier results that the part reads, as long as the part is open and the handler's own.</summary>
internal sealed class PartInputs(OneWindowDbContext database, CaseLog log, Dossiers dossiers, Answers answers, IAudit audit) : IPartInputs
{
    public async ValueTask<PartInput?> ReadAsync(PartRef part, string callerModule, Actor actor, IReadOnlyCollection<string> roles, string purpose, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(purpose)) return null;
        var row = await database.Cases.BeyondAccess("the part's grant is checked below").AsNoTracking().FirstOrDefaultAsync(row => row.Number == part.CaseNumber, cancellationToken);
        if (row is null) return null;
        var loaded = await log.LoadAsync(row, cancellationToken);
        if (!loaded.State.Parts.TryGetValue(part.Part, out var file) || file.Round != part.Round || file.Status is not (PartStatus.Open or PartStatus.Taken or PartStatus.Asked)) return null;
        if (file.Module != callerModule || loaded.Rules.FindPart(part.Part) is not { } rule) return null;
        return await ReadAsync(loaded, rule, part, purpose, cancellationToken);
    }

    /// <summary>For the counter's own pages, after the right was checked.</summary>
    public async Task<PartInput> ReadAsync(LoadedCase loaded, Part rule, PartRef part, string purpose, CancellationToken cancellationToken)
    {
        var dossier = await dossiers.NewestAsync(loaded.Row.Id, cancellationToken);
        var given = await answers.OfCaseAsync(loaded.Row.Id, cancellationToken);
        var fields = (dossier?.Values ?? []).Where(value => rule.Input.Contains(value.Path)).ToDictionary(value => value.Path, value => value.Value);
        foreach (var material in rule.InputMaterials)
            if (loaded.State.Materials.TryGetValue(material, out var status))
                fields[$"/material/{material}"] = JsonSerializer.SerializeToElement(Code.Of(status == MaterialStatus.Missing && IsOptional(loaded.Rules, material) ? MaterialStatus.Waived : status));
        var predecessors = Reached(loaded.Rules, rule).Where(given.ContainsKey).ToDictionary(key => key, key => new PartAnswerView(given[key].Opinion, given[key].Words, given[key].Result ?? default));
        await audit.ReadAsync(new AuditEntry("view", PartPolicy.Type, part.ToString())
        {
            Subjects = [loaded.Row.SubjectId], CaseNumber = loaded.Row.Number, Fields = [.. fields.Keys], Purpose = purpose,
        }, cancellationToken);
        return new PartInput(part, fields, predecessors);
    }

    // What is still missing after the acceptance, and is not always asked, the situation did not ask for.
    private static bool IsOptional(ServiceItem rules, string material) => rules.Materials.Any(paper => paper.Key == material && !paper.Core);

    private static HashSet<string> Reached(ServiceItem rules, Part part)
    {
        var (reached, open) = (new HashSet<string>(), new Stack<string>(part.Needs));
        while (open.TryPop(out var need))
            if (reached.Add(need) && rules.FindPart(need) is { } before)
                foreach (var further in before.Needs) open.Push(further);
        return reached;
    }
}
