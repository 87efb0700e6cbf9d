using UnifiedPlatform.OneWindow.Cases;
using UnifiedPlatform.OneWindow.Data;
using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.OneWindow.Items;
using UnifiedPlatform.Sdk.Counter;

namespace UnifiedPlatform.OneWindow.Parts;

/// <summary>A part for the page on which a department without a module does it.</summary>
internal sealed class PartQueries(CaseDesk desk, CaseQueries cases, ActingPeople people, PartInputs inputs, AnswerSchemas schemas)
{
    /// <summary>The part with what its handler may read; null: none, or hidden. After its end the handler's own answer is shown, the input no more.</summary>
    public async Task<PartWork?> FindAsync(string text, CancellationToken cancellationToken)
    {
        if (!PartRef.TryParse(text, out var part) || await desk.FindAsync(part.CaseNumber, cancellationToken) is not { } loaded) return null;
        if (!loaded.State.Parts.TryGetValue(part.Part, out var file) || loaded.Rules.FindPart(part.Part) is not { } rule) return null;
        var by = people.Over(loaded.Row);
        var running = file.Round == part.Round && file.Status is PartStatus.Open or PartStatus.Taken;
        var handles = running && file.Module is null && Allowed.Handles(loaded.State, file, by);
        var view = await cases.ViewAsync(loaded, cancellationToken);
        var input = handles ? await inputs.ReadAsync(loaded, rule, part, "case-work", cancellationToken) : null;
        var actions = file.Round == part.Round ? view.Actions.Where(action => action.Part == part.Part).Select(action => action.Action).ToList() : [];
        return new PartWork(view, view.Parts.First(shown => shown.Key == part.Part), rule, loaded.Rules, input, schemas.Find(rule.Answer), file.AnswerHash is null, actions);
    }
}

/// <summary>A part at work.</summary>
/// <param name="Case">Its case.</param>
/// <param name="Part">The part.</param>
/// <param name="Rule">Its rule.</param>
/// <param name="Item">The item.</param>
/// <param name="Input">What the handler reads; null: not (or no longer) theirs.</param>
/// <param name="Answer">Shape of the answer; null: words only.</param>
/// <param name="First">Whether the result is still to be given; false: this signer agrees to it or refuses it.</param>
/// <param name="Actions">What this person may do with it.</param>
internal sealed record PartWork(CaseView Case, PartView Part, Part Rule, ServiceItem Item, PartInput? Input, JsonShape? Answer, bool First, IReadOnlyList<CaseAction> Actions);
