using UnifiedPlatform.OneWindow.Domain.Clocks;
using UnifiedPlatform.OneWindow.Domain.Expressions;
using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.OneWindow.Domain.Queues;
using UnifiedPlatform.Sdk.Counter;

namespace UnifiedPlatform.OneWindow.Domain.Cases;

/// <summary>The whole life of a case as one function. Page, API, module report and simulation ask the same one.</summary>
public static class CaseDecision
{
    public static Verdict Decide(CaseFile? state, CaseCommand command, Setting setting)
    {
        if (command is CaseCommand.Receive receive) return state is null ? Receive(receive, setting) : NotAllowed(state, setting);
        if (state is null) return Verdict.Refused(new CaseRefusal(Codes.NoCase, null, [], []));
        if (setting.Key is { } key && state.Keys.Contains(key)) return new Verdict([], state, null);

        var part = command.PartKey is { } partKey && state.Parts.TryGetValue(partKey, out var found) ? found : null;
        if (command is CaseCommand.OfPart ofPart)
        {
            if (part is null) return Refuse(state, setting, Codes.NoPart);
            if (ofPart.SeenRound is { } round && round != part.Round) return Refuse(state, setting, Codes.Superseded);
            if (setting.By.Module is not null && (!state.Status.IsOpen() || part.Status.HasEnded())) return Refuse(state, setting, Codes.Ended);
        }
        return !Allowed.Is(command.Action, state, part, setting.Rules, setting.By) ? NotAllowed(state, setting) : command switch
        {
            CaseCommand.Accept accept => Accept(state, accept, setting),
            CaseCommand.AskCorrection ask => CorrectionDecision.Ask(state, ask, setting),
            CaseCommand.Correct correct => CorrectionDecision.Correct(state, correct.Given, setting),
            CaseCommand.Decide decide => Conclude(state, decide, setting),
            CaseCommand.Issue => Run(state, setting, steps => Issue(steps)),
            CaseCommand.Deliver deliver => Run(state, setting, steps => Deliver(steps, deliver.Method)),
            CaseCommand.Close close => Close(state, close, setting),
            CaseCommand.Withdraw withdraw => Withdraw(state, withdraw, setting),
            CaseCommand.Rate rate => Rate(state, rate, setting),
            CaseCommand.Claim claim => Claim(state, claim, setting),
            CaseCommand.Release release => Release(state, release, setting),
            CaseCommand.Note note => Note(state, note, setting),
            CaseCommand.OfPart partCommand => PartDecision.Decide(state, part!, partCommand, setting), // the part was found above
            _ => NotAllowed(state, setting),
        };
    }

    internal static Verdict Run(CaseFile state, Setting setting, Action<Steps> happen)
    {
        var steps = new Steps(state, setting);
        happen(steps);
        return steps.Verdict;
    }

    internal static Verdict Refuse(CaseFile state, Setting setting, string code, params IReadOnlyList<string> pointers) =>
        Verdict.Refused(new CaseRefusal(code, state.Status, Possible(state, setting), pointers));

    private static Verdict NotAllowed(CaseFile state, Setting setting) => Refuse(state, setting, Codes.ActionNotAllowed);

    private static List<CaseAction> Possible(CaseFile state, Setting setting) =>
        [.. Allowed.Now(state, setting.Rules, setting.By).Select(possible => possible.Action).Distinct()];

    private static Verdict Receive(CaseCommand.Receive command, Setting setting)
    {
        var (rules, inputs) = (setting.Rules, setting.Inputs);
        if (!setting.By.Has(Power.Receive)) return New(Codes.ActionNotAllowed);
        if (!rules.Effective.Covers(setting.Day)) return New(Codes.NotInForce);
        if (rules.Who is { } who && !who.Satisfied(inputs)) return New(who.Holds(inputs) == Truth.No ? Codes.NotEligible : Codes.EligibilityUnknown);
        var problems = JsonShape.Parse(rules.Form.Schema).Check(command.Form).Where(problem => !command.Kept.Contains(problem.Pointer)).ToList();
        if (problems.Count > 0) return New(Codes.FormInvalid, [.. problems.Select(problem => $"{problem.Pointer}#{problem.Keyword}")]);
        if (command.Materials.Keys.Except(rules.Materials.Select(material => material.Key)).ToList() is { Count: > 0 } unknown) return New(Codes.MaterialUnknown, unknown);
        var situations = rules.Situations.Where(situation => situation.When.Satisfied(inputs)).ToList();
        if (rules.Situations.Count > 0 && situations.Count != 1) return New(Codes.SituationUnclear, [.. rules.Questions.Select(question => question.Key)]);

        var steps = new Steps(null, setting);
        steps.Add(EventKinds.Received, new EventData
        {
            Subject = command.Subject, Applicant = command.Applicant, Item = rules.Code, ItemVersion = rules.Version, Situation = situations.FirstOrDefault()?.Key, Org = command.Lead,
            ApplyRegion = command.ApplyRegion, Region = command.Region, Grid = command.Grid, Materials = Complete(rules, command.Materials), Hash = command.DossierHash, DoneOn = setting.Day,
        }, key: EventKinds.Received);
        steps.Documents(EventKinds.Received);
        return steps.Verdict;

        static Verdict New(string code, IReadOnlyList<string>? pointers = null) => Verdict.Refused(new CaseRefusal(code, null, [CaseAction.Receive], pointers ?? []));
    }

    private static Verdict Accept(CaseFile state, CaseCommand.Accept command, Setting setting)
    {
        var rules = setting.Rules;
        var materials = command.Materials is { } given ? state.Materials.SetItems(given) : state.Materials;
        if (Missing(rules, materials, setting.Inputs) is { Count: > 0 } missing) return Refuse(state, setting, Codes.MaterialsMissing, missing);
        if (Competence.Of(rules, setting.Inputs, command.DwellingRegion, command.HukouRegion, state.Lead) is not { } competence) return Refuse(state, setting, Codes.NotCompetent);
        if (!Competence.MayAccept(rules, state.AcceptRegion, competence.Region, setting.By.Region)) return Refuse(state, setting, Codes.NotCompetent, competence.Org, competence.Region);

        return Run(state, setting, steps =>
        {
            steps.Add(EventKinds.Accepted, new EventData
            {
                ItemVersion = rules.Version, Org = competence.Org, Region = competence.Region, Grid = command.DwellingGrid, Materials = command.Materials, DoneOn = state.CompletedOn ?? setting.Day,
            }, key: EventKinds.Accepted);
            steps.Documents(EventKinds.Accepted);
            steps.MoveOn();
        });
    }

    /// <summary>Papers the case needs and does not have.</summary>
    internal static List<string> Missing(ServiceItem rules, IReadOnlyDictionary<string, MaterialStatus> materials, IInputs inputs) =>
    [
        .. rules.Materials.Where(material => material.Required.When.Satisfied(inputs) && !(materials.TryGetValue(material.Key, out var status) && status.IsThere())).Select(material => material.Key),
    ];

    private static Verdict Conclude(CaseFile state, CaseCommand.Decide command, Setting setting)
    {
        var (rules, by) = (setting.Rules, setting.By);
        if (!rules.Decide.Outcomes.Contains(command.Outcome)) return Refuse(state, setting, Codes.OutcomeUnknown);
        if (rules.Decide.Separate && state.Handlers.Contains(by.Account)) return Refuse(state, setting, Codes.DeciderWasHandler);
        if (!OfficialWords.Fit(command.Words)) return Refuse(state, setting, Codes.WordsUnfit);
        if (command.Outcome == CaseOutcome.Refused && rules.Refusals.All(refusal => refusal.Key != command.Refusal)) return Refuse(state, setting, Codes.ReasonMissing, [.. rules.Refusals.Select(refusal => refusal.Key)]);
        if (command.Outcome == CaseOutcome.Granted && (state.FixOpen || state.Materials.ContainsValue(MaterialStatus.Promised))) return Refuse(state, setting, Codes.StillOpen);

        return Run(state, setting, steps =>
        {
            var leaf = (state.DecisionSigns ?? throw new InvalidOperationException("Nobody signs a decision that is not due.")).Active
                .First(open => open.Person is { } person ? person == by.Account : by.Holds(Allowed.QueueOf(state, open.Unit ?? rules.Decide.By)));
            steps.Add(EventKinds.DecisionSigned, new EventData
            {
                Leaf = leaf.Path, Opinion = command.Outcome == CaseOutcome.Refused ? PartOpinion.Refused : PartOpinion.Agreed, Outcome = command.Outcome, Refusal = command.Refusal, Words = command.Words,
            });
            if (steps.State.DecisionSigns?.Outcome is null) return;
            var from = rules.Decide.ValidFrom == ValidFrom.NextMonth ? new DateOnly(setting.Day.Year, setting.Day.Month, 1).AddMonths(1) : setting.Day;
            var granted = command.Outcome != CaseOutcome.Refused;
            steps.Add(EventKinds.Decided, new EventData
            {
                Outcome = command.Outcome, Refusal = command.Refusal, Words = command.Words,
                ValidFrom = granted && rules.Decide.Validity is not null ? from : null,
                ValidTo = granted && rules.Decide.Validity is { } validity ? Validity.LastDay(from, validity) : null,
            });
            steps.Documents(EventKinds.Decided);
        });
    }

    private static void Issue(Steps steps)
    {
        steps.Add(EventKinds.Issued, EventData.None);
        steps.Documents(EventKinds.Issued);
    }

    private static void Deliver(Steps steps, DeliveryMethod method)
    {
        if (steps.State.Status == CaseStatus.Decided) Issue(steps);
        steps.Add(EventKinds.Delivered, new EventData { Method = method.ToString() });
        steps.Documents(EventKinds.Delivered);
    }

    private static Verdict Close(CaseFile state, CaseCommand.Close command, Setting setting)
    {
        if (state.Parts.Values.Any(part => part.Status == PartStatus.Asked) || state.Materials.ContainsValue(MaterialStatus.Promised)) return Refuse(state, setting, Codes.StillOpen);
        return Run(state, setting, steps =>
        {
            if (steps.State.Status != CaseStatus.Delivered) Deliver(steps, command.Method);
            // Only parts that never held the case up can be open here; they end with it.
            steps.CancelParts("closed");
            steps.Add(EventKinds.Closed, new EventData { Region = setting.By.Region });
        });
    }

    private static Verdict Withdraw(CaseFile state, CaseCommand.Withdraw command, Setting setting) => !OfficialWords.Fit(command.Reason)
        ? Refuse(state, setting, Codes.WordsUnfit)
        : Run(state, setting, steps =>
        {
            steps.CancelParts("cancelled");
            steps.Add(EventKinds.Withdrawn, new EventData { Words = command.Reason });
            steps.Documents(EventKinds.Withdrawn);
        });

    private static Verdict Rate(CaseFile state, CaseCommand.Rate command, Setting setting)
    {
        if (command.Score is < 1 or > 5) return Refuse(state, setting, Codes.ScoreUnknown);
        if (state.ClosedOn is { } closed && setting.Day > closed.AddDays(setting.Rules.Rating.WindowDays)) return Refuse(state, setting, Codes.RatingOver);
        return Run(state, setting, steps => steps.Add(EventKinds.Rated, new EventData { Score = command.Score, Channel = command.Channel }, key: EventKinds.Rated));
    }

    private static Verdict Claim(CaseFile state, CaseCommand.Claim command, Setting setting)
    {
        var lines = Allowed.Lines(state, setting.Rules, setting.By).Select(line => line.Key).ToList();
        if ((command.Line ?? lines.Find(line => !state.Claims.ContainsKey(line))) is not { } wanted || !lines.Contains(wanted)) return NotAllowed(state, setting);
        if (state.Claims.TryGetValue(wanted, out var holder)) return holder == setting.By.Account ? new Verdict([], state, null) : Refuse(state, setting, Codes.Claimed);
        return Run(state, setting, steps => steps.Add(EventKinds.Claimed, new EventData { Leaf = wanted }));
    }

    private static Verdict Release(CaseFile state, CaseCommand.Release command, Setting setting)
    {
        var (mine, line) = (setting.By.Account, command.Line);
        line ??= state.Claims.Where(claim => claim.Value == mine).Select(claim => claim.Key).FirstOrDefault() ?? (state.Claims.Count == 1 ? state.Claims.First().Key : null);
        return line is null || !state.Claims.TryGetValue(line, out var holder) || (holder != mine && !setting.By.Has(Power.Assign))
            ? NotAllowed(state, setting)
            : Run(state, setting, steps => steps.Add(EventKinds.Released, new EventData { Leaf = line }));
    }

    private static Verdict Note(CaseFile state, CaseCommand.Note command, Setting setting) =>
        string.IsNullOrWhiteSpace(command.Words) || !OfficialWords.Fit(command.Words)
            ? Refuse(state, setting, Codes.WordsUnfit)
            : Run(state, setting, steps => steps.Add(EventKinds.Noted, new EventData { Words = command.Words }, command.Part));

    private static Dictionary<string, MaterialStatus> Complete(ServiceItem rules, IReadOnlyDictionary<string, MaterialStatus> given) =>
        rules.Materials.ToDictionary(material => material.Key, material => given.TryGetValue(material.Key, out var status) ? status : MaterialStatus.Missing);
}
