using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.OneWindow.Data;
using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.OneWindow.Domain.Expressions;
using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.OneWindow.Items;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Calendar;
using UnifiedPlatform.Sdk.Counter;
using UnifiedPlatform.Sdk.Domain;
using UnifiedPlatform.Sdk.Lists;
using UnifiedPlatform.Sdk.Residents;

namespace UnifiedPlatform.OneWindow.Cases;

/// <summary>One command, one transaction: loads the case, decides, writes log, fold, grants, messages and audit. Page, API and module reports come here.</summary>
internal sealed class CaseDesk(
    OneWindowDbContext database, CaseLog log, CaseWriter writer, CaseNumbers numbers, CaseGrants grants, CaseMessages messages, CaseRefusals refusals, Dossiers dossiers, Answers answers,
    ItemCatalogue items, ActingPeople people, IAccess access, IAudit audit, IResidents residents, IPartOffers offers, IWorkCalendar calendar, TimeProvider clock)
{
    /// <summary>Receives a case and, where asked, accepts it at once.</summary>
    public async Task<CaseOutput> OpenAsync(Opening opening, CancellationToken cancellationToken)
    {
        if (opening.CreateKey is { } key && await database.Cases.BeyondAccess("the key is the caller's own").FirstOrDefaultAsync(row => row.CreateKey == key, cancellationToken) is { } first)
            return new CaseOutput(await log.LoadAsync(first, cancellationToken), null, null) { Created = true };
        var (day, at) = Now();
        if (await items.InForceAsync(opening.Item, day, cancellationToken) is not { } rules) return Refused(new CaseRefusal(Codes.NotInForce, null, [], []));
        var fields = await residents.FieldsAsync(new ResidentId(opening.Subject), "one-window.accept", cancellationToken);
        if (fields is null) return Refused(new CaseRefusal(Codes.SubjectUnknown, null, [], []));

        var dossier = new Dossier(opening.Questions, opening.Values, ResidentFacts.Of(fields)).OfAsked(rules, day);
        var by = people.Anybody();
        var region = by.Region ?? fields.Region ?? "";
        var setting = new Setting(day, at, rules, calendar, InputsOf(dossier, NoAnswers, day), Bindings(), by);
        var received = CaseDecision.Decide(null, new CaseCommand.Receive(
            opening.Subject, opening.Applicant, dossier.Form(), opening.Materials, by.Org ?? rules.Owner.Org, region, fields.Region, fields.Grid, Dossiers.HashOf(dossier)) { Kept = dossier.Kept }, setting);
        if (received.Refusal is not null || received.State is null) return Refused(received.Refusal);

        var (state, events) = (received.State, received.Events);
        if (opening.Accept)
        {
            // Who receives also accepts here; the own case is edited by its owner.
            var accepted = CaseDecision.Decide(state, new CaseCommand.Accept(fields.Region, fields.Grid, fields.HukouRegion), setting with { By = Owning(by) });
            if (accepted.Refusal is not null || accepted.State is null) return Refused(accepted.Refusal);
            (state, events) = (accepted.State, [.. events, .. accepted.Events]);
        }
        return await CreateAsync(opening, rules, state, events, dossier, by, day, at, cancellationToken);
    }

    /// <summary>Does something with a case for the person of this request.</summary>
    /// <param name="number">Case number.</param>
    /// <param name="seen">Row version the person saw; null: not said.</param>
    /// <param name="command">Makes the command from the case as it is.</param>
    /// <param name="cancellationToken">Cancellation.</param>
    public async Task<CaseOutput> ActAsync(string number, int? seen, Func<LoadedCase, CaseCommand> command, CancellationToken cancellationToken)
    {
        await LockAsync(number, cancellationToken);
        if (await FindRowAsync(number, cancellationToken) is not { } row) return Refused(new CaseRefusal(Codes.NoCase, null, [], []));
        var loaded = await log.LoadAsync(row, cancellationToken);
        var by = people.Over(row);
        if (seen is { } version && version != row.Version)
            return Refused(new CaseRefusal(Codes.ChangedMeanwhile, loaded.State.Status, [.. Allowed.Now(loaded.State, loaded.Rules, by).Select(possible => possible.Action).Distinct()], []));
        return await ApplyAsync(loaded, command(loaded), by, null, cancellationToken);
    }

    /// <summary>Does something with a case for its applicant, known by number and lookup code.</summary>
    public async Task<CaseOutput> ActForApplicantAsync(string number, string queryCode, CaseCommand command, CancellationToken cancellationToken)
    {
        await LockAsync(number, cancellationToken);
        var row = await database.Cases.BeyondAccess("number and query code together are the applicant's right").FirstOrDefaultAsync(row => row.Number == number && row.QueryCode == queryCode, cancellationToken);
        if (row is null) return Refused(new CaseRefusal(Codes.NoCase, null, [], []));
        return await ApplyAsync(await log.LoadAsync(row, cancellationToken), command, Applicant, null, cancellationToken);
    }

    /// <summary>Rating turned towards the applicant at the counter: the clerk opens the page, the applicant presses.</summary>
    public async Task<CaseOutput> RateAtCounterAsync(string number, int score, CancellationToken cancellationToken)
    {
        await LockAsync(number, cancellationToken);
        return await FindRowAsync(number, cancellationToken) is { } row
            ? await ApplyAsync(await log.LoadAsync(row, cancellationToken), new CaseCommand.Rate(score, "counter"), Applicant, null, cancellationToken)
            : Refused(new CaseRefusal(Codes.NoCase, null, [], []));
    }

    /// <summary>Lets nobody else act on the case until the transaction ends: who reads first then writes first, and nobody finds the event number taken. SQLite has one writer anyway.</summary>
    public async Task LockAsync(string number, CancellationToken cancellationToken)
    {
        if (database.Database.IsSqlite()) return;
        await database.Database.ExecuteSqlAsync($"SELECT 1 FROM case_file WHERE number = {number} FOR UPDATE", cancellationToken);
    }

    /// <summary>Applies a module's report; the row is locked by the caller.</summary>
    public async Task<CaseOutput> ReportAsync(CaseRow row, CaseCommand command, string module, Guid account, string key, CancellationToken cancellationToken) =>
        await ApplyAsync(await log.LoadAsync(row, cancellationToken), command, new Acting(account, null, null, [], [Power.DoParts]) { Module = module }, key, cancellationToken);

    /// <summary>A case the person of this request may see; null: none, or hidden.</summary>
    public async Task<LoadedCase?> FindAsync(string number, CancellationToken cancellationToken) =>
        await FindRowAsync(number, cancellationToken) is { } row ? await log.LoadAsync(row, cancellationToken) : null;

    public async Task<CaseRow?> FindRowAsync(string number, CancellationToken cancellationToken) =>
        CaseNumber.TryParse(number, out var parsed, out _)
            ? await access.Query<CaseRow>(database, OneWindowPermissions.CaseView).FirstOrDefaultAsync(row => row.Number == parsed.Value, cancellationToken) ?? await HiddenAsync(parsed.Value, cancellationToken) : null;

    // A case out of scope sounds like none at all; that somebody asked is kept.
    private async Task<CaseRow?> HiddenAsync(string number, CancellationToken cancellationToken)
    {
        var hidden = await database.Cases.BeyondAccess("a look at a hidden case is recorded under its key").AsNoTracking().Where(row => row.Number == number).Select(row => new { row.Id, row.SubjectId }).FirstOrDefaultAsync(cancellationToken);
        if (hidden is not null) await audit.ReadAsync(new AuditEntry("view", CasePolicy.Type, hidden.Id.ToString("D")) { Subjects = [hidden.SubjectId], CaseNumber = number, Result = "hidden" }, cancellationToken);
        return null;
    }

    private static Acting Applicant { get; } = new(Guid.Empty, null, null, [], [Power.Applicant]);

    internal static IReadOnlyDictionary<string, GivenAnswer> NoAnswers { get; } = new Dictionary<string, GivenAnswer>();

    private async Task<CaseOutput> CreateAsync(
        Opening opening, ServiceItem rules, CaseFile state, IReadOnlyList<CaseEvent> events, Dossier dossier, Acting by, DateOnly day, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var row = new CaseRow
        {
            Id = Guid.CreateVersion7(at), Number = "", QueryCode = QueryCode.New().Value, ItemCode = rules.Code, FormVersion = rules.Version, SubjectId = state.Subject, ApplicantId = state.Applicant,
            State = state.Status, Lead = state.Lead, ReceivedOn = state.ReceivedOn, CreateKey = opening.CreateKey, Bundle = rules.Kind == ItemKind.Bundle,
        };
        row.Scope.Owner = by.Account;
        dossiers.Add(row.Id, 1, dossier, rules, by.Account, at);
        writer.Append(row.Id, events);
        var parts = await FoldAsync(row, state, rules, at, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);

        // The number comes last: its counter row is held from here to the commit.
        if (await numbers.NextAsync(state.Region ?? state.AcceptRegion ?? "", state.Org ?? rules.Owner.Org, day, cancellationToken) is not { } number)
            return Refused(new CaseRefusal(Codes.NumberExhausted, null, [], []));
        row.Number = number.Value;
        database.Cases.Add(row);
        await writer.DocumentsAsync(row, state, rules, cancellationToken);
        await grants.KeepAsync(null, state, row, rules, events, by.Account, key => parts[key], cancellationToken);
        messages.Publish(null, state, row, rules, events, key => parts[key].GrantId ?? Guid.Empty);
        await database.SaveChangesAsync(cancellationToken);
        Audit("create", row, CaseAction.Receive);
        return new CaseOutput(new LoadedCase(row, state, rules, events), null, null) { Created = true };
    }

    private async Task<CaseOutput> ApplyAsync(LoadedCase loaded, CaseCommand command, Acting by, string? key, CancellationToken cancellationToken)
    {
        var (day, at) = Now();
        var (row, before) = (loaded.Row, loaded.State);
        var rules = command is CaseCommand.Accept ? await items.InForceAsync(row.ItemCode, before.CompletedOn ?? day, cancellationToken) ?? loaded.Rules : loaded.Rules;
        var dossier = await dossiers.NewestAsync(row.Id, cancellationToken) ?? throw new InvalidOperationException("A case without a dossier.");
        var given = await answers.OfCaseAsync(row.Id, cancellationToken);
        if (command is CaseCommand.Accept accept) command = await PlaceAsync(accept, before, cancellationToken);
        (command, var corrected) = Corrected(command, dossier, rules, day);

        var verdict = CaseDecision.Decide(before, command, new Setting(day, at, rules, calendar, InputsOf(dossier, given, day), Bindings(), by, key));
        if (verdict.Refusal is not null || verdict.State is not { } after) return Refused(verdict.Refusal);
        if (verdict.Events.Count == 0) return new CaseOutput(loaded, null, null);

        writer.Append(row.Id, verdict.Events);
        Keep(row, before, command, verdict, rules, by);
        if (corrected is not null) await dossiers.AddNextAsync(row.Id, corrected, rules, by.Account, at, cancellationToken);
        var parts = await FoldAsync(row, after, rules, at, cancellationToken);
        await writer.DocumentsAsync(row, after, rules, cancellationToken);
        await grants.KeepAsync(before, after, row, rules, verdict.Events, row.Scope.Owner ?? by.Account, part => parts[part], cancellationToken);
        messages.Publish(before, after, row, rules, verdict.Events, part => parts[part].GrantId ?? Guid.Empty);
        await database.SaveChangesAsync(cancellationToken);
        Audit(command.Action == CaseAction.Decide ? "decide" : "edit", row, command.Action);
        return new CaseOutput(new LoadedCase(row, after, rules, [.. loaded.Log, .. verdict.Events]), null, null);
    }

    // What the applicant gave is put into the dossier before it is judged, so that the whole form is.
    private static (CaseCommand Command, Dossier? Dossier) Corrected(CaseCommand command, Dossier before, ServiceItem rules, DateOnly day)
    {
        var given = command switch { CaseCommand.Fixed fix => fix.Given, CaseCommand.Correct correct => correct.Given, _ => null };
        if (given?.Form is not { ValueKind: JsonValueKind.Object } form) return (command, null);
        var values = Dossier.ValuesOf(rules, form, "applicant", day).ToList();
        var after = before.With(values).OfAsked(rules, day);
        given = given with { Form = after.Form(), Given = values.Select(value => value.Path).ToHashSet(), Changed = after.ChangedFrom(before), Kept = after.Kept, DossierHash = Dossiers.HashOf(after) };
        return (command switch { CaseCommand.Fixed fix => fix with { Given = given }, CaseCommand.Correct correct => correct with { Given = given }, _ => command }, after);
    }

    private async Task<IReadOnlyDictionary<string, PartRow>> FoldAsync(CaseRow row, CaseFile state, ServiceItem rules, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var parts = await writer.PartsAsync(row, state, cancellationToken);
        await writer.SignsAsync(row, state, rules, cancellationToken);
        await writer.MaterialsAsync(row, state, rules, cancellationToken);
        CaseWriter.Fill(row, state, await writer.WorkAsync(row, state, rules, at, cancellationToken));
        return parts;
    }

    // The answer itself stands beside the log, which knows its hash: kept when it was the one that counted.
    private void Keep(CaseRow row, CaseFile before, CaseCommand command, Verdict verdict, ServiceItem rules, Acting by)
    {
        if (command is CaseCommand.Rate rate)
            database.Ratings.Add(new RatingRow { Id = Guid.CreateVersion7(), CaseId = row.Id, Score = rate.Score, Channel = rate.Channel, OnDay = verdict.Events[0].OnDay, At = verdict.Events[0].At });
        if (command is not CaseCommand.Answer answer || !verdict.Events.Any(happened => happened.Data.Hash == answer.Hash) || before.Parts[answer.Part].AnswerHash is not null) return;
        answers.Add(row.Id, answer.Part, before.Parts[answer.Part].Round, rules.FindPart(answer.Part)?.Answer ?? "", answer.Opinion, answer.Result, answer.Words, [], answer.Hash, by.Account, answer.DoneOn);
    }

    private async Task<CaseCommand> PlaceAsync(CaseCommand.Accept accept, CaseFile state, CancellationToken cancellationToken)
    {
        var fields = await residents.FieldsAsync(new ResidentId(state.Subject), "one-window.accept", cancellationToken);
        return accept with { DwellingRegion = fields?.Region ?? state.Region, DwellingGrid = fields?.Grid ?? state.Grid, HukouRegion = fields?.HukouRegion };
    }

    private static Acting Owning(Acting by) => by with { Powers = by.Powers.Add(Power.Edit) };

    private Dictionary<string, string> Bindings() => offers.Offers.GroupBy(offer => offer.Capability).ToDictionary(group => group.Key, group => group.First().Module);

    internal static Inputs InputsOf(Dossier dossier, IReadOnlyDictionary<string, GivenAnswer> given, DateOnly day) => new(day)
    {
        Form = dossier.Form(), Questions = dossier.Questions, Resident = dossier.Resident,
        Parts = given.ToDictionary(answer => answer.Key, answer => CaseJson.Element(new Dictionary<string, object?> { ["outcome"] = answer.Value.Opinion.ToString(), ["result"] = answer.Value.Result })),
    };

    private (DateOnly Day, DateTimeOffset At) Now()
    {
        var at = clock.GetUtcNow();
        return (calendar.DayOf(at), at);
    }

    private void Audit(string act, CaseRow row, CaseAction action) =>
        audit.Changed(database, new AuditEntry(act, CasePolicy.Type, row.Id.ToString("D")) { Subjects = [row.SubjectId], CaseNumber = row.Number, Fields = [Code.Of(action)] });

    private CaseOutput Refused(CaseRefusal? refusal)
    {
        var reason = refusal ?? new CaseRefusal(Codes.ActionNotAllowed, null, [], []);
        return new CaseOutput(null, reason, refusals.Say(reason));
    }
}
