using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using UnifiedPlatform.OneWindow.Cases;
using UnifiedPlatform.OneWindow.Domain.Clocks;
using UnifiedPlatform.OneWindow.Domain.Expressions;
using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.OneWindow.Drafts;
using UnifiedPlatform.OneWindow.Items;
using UnifiedPlatform.Sdk.Calendar;
using UnifiedPlatform.Sdk.Counter;
using UnifiedPlatform.Sdk.Protection;
using UnifiedPlatform.Sdk.Residents;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Sdk.Web;
using UnifiedPlatform.Sdk.Web.Components;
using UnifiedPlatform.Sdk.Web.Forms;

namespace UnifiedPlatform.OneWindow.Pages;

/// <summary>Puts a new case together from the register, the item in force and what was typed.</summary>
internal sealed class NewCases(ItemQueries items, CaseDrafts drafts, IResidents residents, IPartOffers offers, IWorkCalendar calendar, IFieldProtector protector, ItemForm fields, IShell shell, ITexts texts)
{
    private const string Purpose = "one-window.accept";

    /// <summary>The case for a resident; null: no such resident, or hidden from this person.</summary>
    /// <param name="resident">Whom it is about.</param>
    /// <param name="typed">What was posted; null: what was kept as a draft.</param>
    /// <param name="chosen">Item to begin with when nothing was typed.</param>
    /// <param name="cancellationToken">Cancellation.</param>
    public async Task<NewCase?> FindAsync(Guid resident, FormState? typed, string? chosen, CancellationToken cancellationToken)
    {
        var id = new ResidentId(resident);
        if (await residents.FieldsAsync(id, Purpose, cancellationToken) is not { } fields) return null;
        var person = (await residents.SummariesAsync([id], cancellationToken)).GetValueOrDefault(id);
        var draft = typed is null ? await drafts.FindAsync(resident, cancellationToken) : null;
        var form = typed ?? (draft is null ? new FormState() : Again(draft));
        var inForce = await items.InForceAsync(calendar.Today, cancellationToken);
        var code = form.Optional("item") ?? draft?.Item ?? chosen;
        var item = code is null ? null : await items.FindAsync(code, calendar.Today, cancellationToken);
        if (item is null) return new NewCase(fields, person, inForce, null, form, draft?.At, null, null, null, [], null);

        var facts = ResidentFacts.Of(fields);
        return new NewCase(
            fields, person, inForce, item, form, draft?.At, Papers(item, form, facts, resident), calendar.Add(calendar.Today, item.Clocks.Promised.Limit),
            item.Clocks.Statutory is { } law ? calendar.Add(calendar.Today, law.Limit) : null, Handlers(item),
            item.Who is not { } who ? true : who.Holds(new Inputs(calendar.Today) { Resident = facts }) switch { Truth.Yes => true, Truth.No => false, _ => null });
    }

    /// <summary>The papers again while answers change, from the facts that went out with the form: the register is not read for every key pressed.</summary>
    public async Task<(ServiceItem Item, NewCasePapers Papers)?> PapersAsync(Guid resident, FormState form, CancellationToken cancellationToken)
    {
        if (form.Optional("item") is not { } code || await items.FindAsync(code, calendar.Today, cancellationToken) is not { } item) return null;
        if (form.Optional("_facts") is not { } sealedFacts || !TryOpen(sealedFacts, resident, out var facts)) return null;
        return (item, Papers(item, form, facts, resident));
    }

    /// <summary>Answers to the questions of an item, as typed.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Answers(ServiceItem item, FormState form)
    {
        var answers = new Dictionary<string, JsonElement>();
        foreach (var question in item.Questions)
        {
            var name = "q-" + question.Key;
            if (question.Kind == QuestionKind.Many) answers[question.Key] = JsonSerializer.SerializeToElement(form.All(name));
            else if (form.Optional(name) is { } answer) answers[question.Key] = question.Kind == QuestionKind.Yesno ? JsonSerializer.SerializeToElement(answer == "yes") : JsonSerializer.SerializeToElement(answer);
        }
        return answers;
    }

    private NewCasePapers Papers(ServiceItem item, FormState form, IReadOnlyDictionary<string, JsonElement> facts, Guid resident)
    {
        var typed = new Dossier(Answers(item, form), [.. Dossier.ValuesOf(item, fields.Values(item.Form.Fields, form, quiet: true), "applicant", calendar.Today)], facts);
        var inputs = new Inputs(calendar.Today) { Form = typed.OfAsked(item, calendar.Today).Form(), Questions = typed.Questions, Resident = facts };
        var situations = item.Situations.Where(situation => situation.When.Satisfied(inputs)).ToList();
        var papers = new List<ChecklistItem>();
        foreach (var material in item.Materials)
        {
            var needed = material.Required.When.Holds(inputs);
            if (needed == Truth.No) continue;
            var copies = texts.Copies(material.Original, material.Copies);
            if (IsOnRecord(material, facts)) papers.Add(new ChecklistItem(material.Key, material.Title.ToString(), true, copies, MaterialState.Waived, texts[Keys.NewPaperOnRecord]));
            else papers.Add(new ChecklistItem(
                material.Key, material.Title.ToString(), true, copies, MaterialState.Open, needed == Truth.Unknown ? texts[Keys.NewPaperDepends] : texts.Format(Keys.NewPaperIssuer, material.Issuer)));
        }
        var packed = Convert.ToBase64String(protector.Protect("one-window.new-case", "facts", resident, CaseJson.Write(facts)));
        return new NewCasePapers(situations.Count == 1 ? situations[0].Title : null, item.Situations.Count == 0 || situations.Count == 1, papers, typed.Asked(item, calendar.Today), packed);
    }

    /// <summary>Whether the register holds the paper, so that nobody has to bring it.</summary>
    public static bool IsOnRecord(Material material, IReadOnlyDictionary<string, JsonElement> facts) =>
        facts.TryGetValue("documents", out var documents) && documents.ValueKind == JsonValueKind.Array && documents.EnumerateArray()
            .Any(kind => material.Sources.Contains($"register:document.{kind.GetString()}"));

    private IReadOnlyList<NewCaseHandler> Handlers(ServiceItem item) =>
    [
        .. item.Parts.Select(part =>
        {
            var offer = part.Handler.Capability is { } capability ? offers.Offers.FirstOrDefault(offer => offer.Capability == capability) : null;
            var name = offer is not null && shell.Modules.TryGetValue(offer.Module, out var module) ? module.Title.ToString() : texts.Office(part.Handler.Fallback.Org.Resolve(item.Owner.Org, item.Owner.Org, null));
            var due = texts.Limit(part.Due);
            var after = part.Needs.Select(item.FindPart).OfType<Part>().Select(before => before.Title.ToString()).ToList();
            return new NewCaseHandler(part.Title, offer?.Module ?? "host", name, after.Count == 0 ? due : texts.Format(Keys.NewHandlerAfter, string.Join(texts[Keys.ListSeparator], after), due));
        }),
    ];

    // The first choice of a group stands until somebody chose another.
    private static FormState Again(CaseDraft draft)
    {
        var typed = draft.Typed.ToDictionary(field => field.Key, field => new StringValues([.. field.Value]));
        typed.TryAdd("who", "self");
        return new FormState(new FormCollection(typed));
    }

    private bool TryOpen(string packed, Guid resident, out IReadOnlyDictionary<string, JsonElement> facts)
    {
        try
        {
            facts = CaseJson.Read<Dictionary<string, JsonElement>>(protector.Unprotect("one-window.new-case", "facts", resident, Convert.FromBase64String(packed)));
            return true;
        }
        catch (Exception wrong) when (wrong is FormatException or System.Security.Cryptography.CryptographicException or JsonException)
        {
            facts = new Dictionary<string, JsonElement>();
            return false;
        }
    }
}
