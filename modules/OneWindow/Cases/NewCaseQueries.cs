using System.Text.Json;
using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.OneWindow.Domain.Clocks;
using UnifiedPlatform.OneWindow.Domain.Expressions;
using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.OneWindow.Items;
using UnifiedPlatform.Sdk.Calendar;
using UnifiedPlatform.Sdk.Counter;
using UnifiedPlatform.Sdk.Residents;

namespace UnifiedPlatform.OneWindow.Cases;

/// <summary>Everything the page of a new case shows before anything is posted.</summary>
internal sealed class NewCaseQueries(ItemCatalogue items, IResidents residents, IPartOffers offers, IWorkCalendar calendar)
{
    /// <param name="resident">Whom it is about.</param>
    /// <param name="code">Chosen item; null or unknown: the first in force.</param>
    /// <param name="answers">Answers so far.</param>
    /// <param name="cancellationToken">Cancellation.</param>
    /// <returns>Null: the resident is unknown or hidden.</returns>
    public async Task<NewCase?> PrepareAsync(Guid resident, string? code, IReadOnlyDictionary<string, JsonElement> answers, CancellationToken cancellationToken)
    {
        var id = new ResidentId(resident);
        var day = calendar.Today;
        var fields = await residents.FieldsAsync(id, "one-window.accept", cancellationToken);
        if (fields is null) return null;
        var summary = (await residents.SummariesAsync([id], cancellationToken)).GetValueOrDefault(id);
        var all = await items.AllInForceAsync(day, cancellationToken);
        if ((all.FirstOrDefault(item => item.Code == code) ?? all.FirstOrDefault()) is not { } item) return new NewCase(fields, summary, [], null, null, [], [], null, null, [], Truth.Unknown);

        var inputs = new Inputs(day) { Questions = answers, Resident = ResidentFacts.Of(fields) };
        var promised = calendar.Add(day, item.Clocks.Promised.Limit);
        var statutory = item.Clocks.Statutory is { } law ? calendar.Add(day, law.Limit) : null;
        return new NewCase(
            fields, summary, all, item, item.Situations.FirstOrDefault(situation => situation.When.Satisfied(inputs)),
            [.. item.Materials.Select(material => Material(material, inputs, fields)).Where(line => line.Needed != Truth.No)],
            [.. item.Form.Sections.Where(section => section.When is null || section.When.Holds(inputs) != Truth.No).SelectMany(section => section.Fields).Select(field => Prefilled(field, fields, day))],
            promised, statutory, [.. item.Parts.Select(Actor)], item.Who?.Holds(inputs) ?? Truth.Yes);
    }

    private static NewCaseMaterial Material(Material material, Inputs inputs, ResidentFields resident)
    {
        var register = material.Sources.FirstOrDefault() is { } source && source.StartsWith("register:document.", StringComparison.Ordinal) && resident.DocumentKinds.Contains(source["register:document.".Length..]);
        return new NewCaseMaterial(material, material.Required.When.Holds(inputs), register ? MaterialStatus.Fetched : MaterialStatus.Missing);
    }

    private static NewCaseField Prefilled(Field field, ResidentFields resident, DateOnly day) =>
        Prefills.Of(field, resident) is { } value ? new NewCaseField(field, value, Prefills.IsOld(field, value, day)) : new NewCaseField(field, null, false);

    private NewCasePart Actor(Part part) =>
        new(part, part.Handler.Capability is { } capability ? offers.Offers.FirstOrDefault(offer => offer.Capability == capability)?.Module : null, part.Handler.Fallback);
}

/// <summary>A new case being prepared.</summary>
/// <param name="Resident">Fields of the resident.</param>
/// <param name="Summary">The resident in one line.</param>
/// <param name="Items">Items in force.</param>
/// <param name="Item">The chosen one; null: none is in force.</param>
/// <param name="Situation">The situation of the answers; null: not clear yet.</param>
/// <param name="Materials">The checklist.</param>
/// <param name="Fields">Fields of the form with what the register has.</param>
/// <param name="Promised">Promised limit from today.</param>
/// <param name="Statutory">Statutory limit; null: none.</param>
/// <param name="Parts">Who will act.</param>
/// <param name="Eligible">Whether the resident may apply.</param>
internal sealed record NewCase(
    ResidentFields Resident, ResidentSummary? Summary, IReadOnlyList<ServiceItem> Items, ServiceItem? Item, Situation? Situation, IReadOnlyList<NewCaseMaterial> Materials, IReadOnlyList<NewCaseField> Fields,
    ClockDates? Promised, ClockDates? Statutory, IReadOnlyList<NewCasePart> Parts, Truth Eligible);

/// <summary>A paper of the checklist; <paramref name="Needed"/> unknown: an answer decides.</summary>
internal sealed record NewCaseMaterial(Material Material, Truth Needed, MaterialStatus Proposed);

/// <summary>A field with the register's value; null: none.</summary>
internal sealed record NewCaseField(Field Field, SourcedValue? Value, bool Old);

/// <summary>Who does a part: a module, or a department.</summary>
internal sealed record NewCasePart(Part Part, string? Module, Unit Unit);
