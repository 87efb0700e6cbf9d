using UnifiedPlatform.OneWindow.Domain.Clocks;
using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.OneWindow.Items;
using UnifiedPlatform.Sdk.Residents;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Sdk.Web.Components;
using UnifiedPlatform.Sdk.Web.Forms;

namespace UnifiedPlatform.OneWindow.Pages;

/// <summary>A case being taken down at the counter: whom it is about, what was typed so far, and what follows from it.</summary>
/// <param name="Resident">Whom it is about.</param>
/// <param name="Person">The same in one line.</param>
/// <param name="Items">Items in force.</param>
/// <param name="Item">The chosen one; null: not chosen yet.</param>
/// <param name="Form">What was typed.</param>
/// <param name="SavedAt">When it was kept as a draft; null: it was not.</param>
/// <param name="Papers">Papers and what they need.</param>
/// <param name="Promised">Promised limit from today.</param>
/// <param name="Statutory">Statutory limit from today; null: none.</param>
/// <param name="Handlers">Who will act.</param>
/// <param name="Eligible">Whether the item's conditions hold; null: the register does not say.</param>
public sealed record NewCase(
    ResidentFields Resident, ResidentSummary? Person, IReadOnlyList<ItemView> Items, ServiceItem? Item, FormState Form, DateTimeOffset? SavedAt, NewCasePapers? Papers,
    ClockDates? Promised, ClockDates? Statutory, IReadOnlyList<NewCaseHandler> Handlers, bool? Eligible)
{
    /// <summary>Fields of the sections that are asked by the answers so far.</summary>
    public IReadOnlySet<string> Asked => Item is { } item && Papers is { } papers ? item.Form.FieldsOf(papers.Sections) : new HashSet<string>();
}

/// <summary>Papers of a new case.</summary>
/// <param name="Situation">Situation by the answers so far; null: not answered yet, or the item has none.</param>
/// <param name="Clear">Whether the answers so far say which papers are needed.</param>
/// <param name="Items">Papers.</param>
/// <param name="Sections">Sections of the form that are asked.</param>
/// <param name="Facts">Sealed facts of the resident, which come back with the form.</param>
public sealed record NewCasePapers(LocalizedText? Situation, bool Clear, IReadOnlyList<ChecklistItem> Items, IReadOnlySet<string> Sections, string Facts)
{
    /// <summary>Required papers that are not there; <paramref name="form"/>: what was typed.</summary>
    public IEnumerable<ChecklistItem> Missing(FormState form) => Items.Where(item => item.Required && item.State == MaterialState.Open && form[Prefix + item.Key] != "received");

    internal const string Prefix = "material-";
}

/// <summary>Who will do a part.</summary>
public sealed record NewCaseHandler(LocalizedText Part, string Module, string Name, string Note);
