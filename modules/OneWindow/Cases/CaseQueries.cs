using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.OneWindow.Data;
using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.OneWindow.Domain.Clocks;
using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.OneWindow.Domain.Queues;
using UnifiedPlatform.OneWindow.Items;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Calendar;
using UnifiedPlatform.Sdk.Counter;
using UnifiedPlatform.Sdk.Residents;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.OneWindow.Cases;

/// <summary>Cases as people may see them.</summary>
internal sealed class CaseQueries(
    OneWindowDbContext database, CaseDesk desk, ActingPeople people, Answers answers, Dossiers dossiers, ItemCatalogue items, IAccess access, IAudit audit, IResidents residents, IPartOffers offers, IWorkCalendar calendar)
{
    public const int PageSize = 50;

    /// <summary>One case; null: none, or hidden from this person. The reading is audited.</summary>
    public async Task<CaseView?> FindAsync(string number, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(number, cancellationToken) is not { } loaded) return null;
        await audit.ReadAsync(new AuditEntry("view", CasePolicy.Type, loaded.Row.Id.ToString("D")) { Subjects = [loaded.Row.SubjectId], CaseNumber = loaded.Row.Number }, cancellationToken);
        return await ViewAsync(loaded, cancellationToken);
    }

    /// <summary>A case that was just changed, for the answer of the change.</summary>
    public async Task<CaseView> ViewAsync(LoadedCase loaded, CancellationToken cancellationToken)
    {
        var (row, state, rules) = (loaded.Row, loaded.State, loaded.Rules);
        var by = people.Over(row);
        var open = by.Has(Power.Edit) || by.Has(Power.Decide);
        var given = open || by.Has(Power.DoParts) ? await answers.OfCaseAsync(row.Id, cancellationToken) : new Dictionary<string, GivenAnswer>();
        var missing = state.Status is CaseStatus.Received or CaseStatus.Correcting && await dossiers.NewestAsync(row.Id, cancellationToken) is { } dossier
            ? CaseDecision.Missing(rules, state.Materials, CaseDesk.InputsOf(dossier, given, calendar.Today)) : [];
        return new CaseView(
            row.Number, row.Version, rules.Code, rules.Version, rules.Title, state.Status, state.Outcome, state.Subject, state.Applicant, state.Situation,
            rules.Situations.FirstOrDefault(situation => situation.Key == state.Situation)?.Title, state.Lead, state.Org, state.Region, state.ReceivedOn, state.AcceptedOn, state.DecidedOn, state.ClosedOn,
            Clock(state, rules), state.Status.IsOpen() ? QueueLines.Home(state) : null,
            [.. rules.Parts.Where(rule => state.Parts.ContainsKey(rule.Key)).Select(rule => Part(loaded, rule, by, open, given))],
            [.. rules.Materials.Select(material => new MaterialView(material.Key, material.Title, state.Materials.GetValueOrDefault(material.Key), IsRequired(state, material) || missing.Contains(material.Key), material.Core, material.Original, material.Copies, material.Issuer))],
            [.. state.Documents.Select(document => new DocumentView($"{row.Number}-{document.Kind}{document.N:D2}", document.Kind, document.OnDay, document.At, document.PartKey))],
            [.. Allowed.Now(state, rules, by).Select(possible => new PossibleAction(possible.Action, possible.Part))])
        {
            QueryCode = by.Has(Power.Edit) ? row.QueryCode : null,
            Score = by.Has(Power.Edit) ? null : state.Score,
            Corrections = Waiting.Corrections(loaded),
            Deciders = Waiting.Deciders(state, rules),
        };
    }

    /// <summary>Events, newest first; <paramref name="before"/>: only older ones.</summary>
    public async Task<IReadOnlyList<TimelineEntry>?> TimelineAsync(string number, int? before, CancellationToken cancellationToken) =>
        await desk.FindAsync(number, cancellationToken) is { } loaded ? Timeline(loaded, before) : null;

    public static IReadOnlyList<TimelineEntry> Timeline(LoadedCase loaded, int? before) =>
    [
        .. loaded.Log.Where(happened => before is null || happened.Seq < before).OrderByDescending(happened => happened.Seq).Take(PageSize)
            // A rating is the applicant's own: its existence shows, its score and hour do not.
            .Select(happened => new TimelineEntry(
                happened.Seq, happened.Kind, happened.At, happened.OnDay, happened.Actor == Guid.Empty ? null : happened.Actor, happened.Org, happened.PartKey,
                happened.PartKey is { } key ? loaded.Rules.FindPart(key)?.Title : null, happened.Data.Module ?? (happened.PartKey is { } part ? loaded.State.Parts.GetValueOrDefault(part)?.Module : null),
                happened.Data.Words, happened.Kind == EventKinds.Rated ? EventData.None : happened.Data)),
    ];

    /// <summary>Cases of a resident and everybody who is the same person, newest first.</summary>
    public async Task<IReadOnlyList<CaseLine>> OfResidentAsync(Guid resident, bool openOnly, int limit, CancellationToken cancellationToken)
    {
        var ids = (await residents.SameAsAsync(new ResidentId(resident), cancellationToken)).Select(id => id.Value).ToList();
        var rows = access.Query<CaseRow>(database, OneWindowPermissions.CaseView).AsNoTracking().Where(row => ids.Contains(row.SubjectId) && (!openOnly || row.ClosedAt == null));
        return await LinesAsync(rows.OrderByDescending(row => row.Id).Take(limit), cancellationToken);
    }

    /// <summary>Cases the person may see, newest first, page by page.</summary>
    public async Task<(IReadOnlyList<CaseLine> Lines, string? Next)> ListAsync(bool openOnly, string? cursor, CancellationToken cancellationToken)
    {
        var rows = access.Query<CaseRow>(database, OneWindowPermissions.CaseView).AsNoTracking().Where(row => !openOnly || row.ClosedAt == null);
        if (Guid.TryParseExact(cursor, "N", out var last)) rows = rows.Where(row => row.Id.CompareTo(last) < 0);
        var ids = await rows.OrderByDescending(row => row.Id).Select(row => row.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        var page = database.Cases.AsNoTracking().Where(row => ids.Take(PageSize).Contains(row.Id)).OrderByDescending(row => row.Id);
        return (await LinesAsync(page, cancellationToken), ids.Count > PageSize ? ids[PageSize - 1].ToString("N") : null);
    }

    public ClockView Clock(CaseFile state, ServiceItem rules)
    {
        var today = calendar.Today;
        var running = state.AcceptedOn is not null && state.Status.IsBeforeDecision();
        var until = running ? today : state.DecidedOn ?? state.ClosedOn ?? today;
        int? Left(DateOnly? due) => due is { } day && running ? calendar.Remaining(today, day) : null;
        return new ClockView(
            rules.Clocks.Promised.Limit, state.PromisedDue, Left(state.PromisedDue), rules.Clocks.Statutory?.Limit, state.StatutoryDue, Left(state.StatutoryDue),
            state.AcceptedOn is { } from ? calendar.CountWorkDays(from, until < from ? from : until) : null,
            state.AcceptedOn is null ? null : Colours.On(until, state.YellowOn, state.PromisedDue, state.StatutoryDue), state.MissingYear);
    }

    private PartView Part(LoadedCase loaded, Part rule, Acting by, bool open, IReadOnlyDictionary<string, GivenAnswer> given)
    {
        var (row, state, rules) = (loaded.Row, loaded.State, loaded.Rules);
        var part = state.Parts[rule.Key];
        var reference = new PartRef(row.Number, part.Key, part.Round).ToString();
        var offered = part.Module is null ? null : offers.Offers.FirstOrDefault(offer => offer.Module == part.Module && offer.Capability == part.Capability);
        var page = offered is null ? $"/m/one-window/parts/{reference}" : offered.Page.Replace("{part}", reference, StringComparison.Ordinal);
        var back = Waiting.HandedBack(loaded, part);
        return new PartView(
            reference, part.Key, rule.Title, part.Status, part.Round, rule.Blocking, part.Module, part.Org, part.Role, part.DueOn, part.RequestedAt, part.TakenBy, part.AnsweredAt, part.Opinion,
            part.Refusal is { } refusal ? rules.Refusals.FirstOrDefault(reason => reason.Key == refusal)?.Text : null, IsHolding(state, rule, part), page, rule.Needs)
        {
            Answer = given.TryGetValue(part.Key, out var answer) && answer.Round == part.Round && (open || answer.By == by.Account) ? new AnswerView(answer.Opinion, answer.Words, answer.Result, answer.Schema, answer.By, answer.DoneOn) : null,
            Signers = Waiting.Signers(state, part),
            HandedBack = back?.Data.Words,
            HandedBackBy = back?.Actor,
            Away = part is { Module: not null, Status: PartStatus.Open or PartStatus.Taken } && offered is not { Running: true },
        };
    }

    /// <summary>The case waits for this part now.</summary>
    public static bool IsHolding(CaseFile state, Part rule, PartFile part) => state.Status == CaseStatus.UnderReview && part.Status.IsActive() && rule.Blocking;

    private static bool IsRequired(CaseFile state, Material material) => material.Core || state.Materials.GetValueOrDefault(material.Key) != MaterialStatus.Missing;

    private async Task<IReadOnlyList<CaseLine>> LinesAsync(IQueryable<CaseRow> rows, CancellationToken cancellationToken)
    {
        var cases = await rows.ToListAsync(cancellationToken);
        var ids = cases.Select(row => row.Id).ToList();
        var active = await database.Parts.BeyondAccess("the case was opened under the actor's rights").AsNoTracking()
            .Where(part => ids.Contains(part.CaseId) && (part.State == PartStatus.Open || part.State == PartStatus.Taken || part.State == PartStatus.Asked || part.State == PartStatus.Unrouted))
            .Select(part => new { part.CaseId, part.PartKey }).ToListAsync(cancellationToken);
        var lines = new List<CaseLine>();
        foreach (var row in cases)
        {
            var rules = await items.PinnedAsync(row.ItemCode, row.RuleVersion ?? row.FormVersion, cancellationToken);
            IReadOnlyList<LocalizedText> held = row.State == CaseStatus.UnderReview
                ? [.. active.Where(part => part.CaseId == row.Id).Select(part => rules.FindPart(part.PartKey)).OfType<Part>().Where(part => part.Blocking).Select(part => part.Title)] : [];
            Colour? colour = row.AcceptedOn is null || !row.State.IsBeforeDecision() ? null : Colours.On(calendar.Today, row.YellowOn, row.PromisedDue, row.StatutoryDue);
            lines.Add(new CaseLine(row.Number, rules.Title, row.State, row.SubjectId, row.ReceivedOn, row.PromisedDue, colour, row.Outcome, held));
        }
        return lines;
    }
}
