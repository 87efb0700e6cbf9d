using System.Globalization;
using UnifiedPlatform.Sdk.Counter;

namespace UnifiedPlatform.OneWindow.Domain.Cases;

/// <summary>Commands about one part. State and rights were checked before.</summary>
internal static class PartDecision
{
    public static Verdict Decide(CaseFile state, PartFile part, CaseCommand.OfPart command, Setting setting) => command switch
    {
        CaseCommand.Take => CaseDecision.Run(state, setting, steps => steps.Add(EventKinds.PartTaken, new EventData { Round = part.Round, Module = setting.By.Module }, part.Key)),
        CaseCommand.Answer answer => Answer(state, part, answer, setting),
        CaseCommand.Decline decline => Worded(state, decline.Reason, setting, steps =>
            steps.Add(EventKinds.PartDeclined, new EventData { Round = part.Round, Module = setting.By.Module, Words = decline.Reason }, part.Key)),
        CaseCommand.Reroute reroute => Reroute(state, part, reroute, setting),
        CaseCommand.AskFix ask => CorrectionDecision.AskOfPart(state, part, ask, setting),
        CaseCommand.Fixed done => CorrectionDecision.Fix(state, part, done.Given, setting),
        CaseCommand.Remind => CaseDecision.Run(state, setting, steps => steps.Add(EventKinds.PartReminded, new EventData { Round = part.Round }, part.Key)),
        CaseCommand.Reopen reopen => Worded(state, reopen.Reason, setting, steps =>
        {
            steps.Add(EventKinds.PartReopened, new EventData { Round = part.Round + 1, Words = reopen.Reason }, part.Key);
            steps.MoveOn();
        }),
        _ => CaseDecision.Refuse(state, setting, Codes.ActionNotAllowed),
    };

    private static Verdict Answer(CaseFile state, PartFile part, CaseCommand.Answer command, Setting setting)
    {
        var rule = setting.Rules.FindPart(part.Key) ?? throw new InvalidOperationException($"The rules of the case have no part '{part.Key}'.");
        if (!OfficialWords.Fit(command.Words)) return CaseDecision.Refuse(state, setting, Codes.WordsUnfit);
        if (command.Opinion == PartOpinion.Refused && (rule.Refusals.Count > 0 ? !rule.Refusals.Contains(command.Refusal ?? "") : string.IsNullOrWhiteSpace(command.Words)))
            return CaseDecision.Refuse(state, setting, Codes.ReasonMissing, rule.Refusals);
        // The first signer gives the answer; the next ones agree to it or refuse it.
        if (part.AnswerHash is null && command.Shape is { } shape)
        {
            var problems = command.Result is { } result ? shape.Check(result) : [new ShapeProblem("", "required")];
            if (problems.Count > 0) return CaseDecision.Refuse(state, setting, Codes.AnswerInvalid, [.. problems.Select(problem => $"{problem.Pointer}#{problem.Keyword}")]);
        }
        return CaseDecision.Run(state, setting, steps =>
        {
            var opinion = (PartOpinion?)command.Opinion;
            if (part.Signs is { } signs && setting.By.Module is null)
            {
                var leaf = signs.Active.First(open => Allowed.SignableBy(state, part, open, setting.By));
                steps.Add(EventKinds.PartSigned, new EventData
                {
                    Round = part.Round, Leaf = leaf.Path, Opinion = command.Opinion, Refusal = command.Refusal, Words = command.Words, Hash = part.AnswerHash is null ? command.Hash : null, DoneOn = command.DoneOn,
                }, part.Key);
                opinion = steps.State.Parts[part.Key].Signs?.Outcome;
            }
            if (opinion is null) return;
            steps.Add(EventKinds.PartAnswered, new EventData
            {
                Round = part.Round, Module = setting.By.Module, Opinion = opinion, Refusal = opinion == PartOpinion.Refused ? command.Refusal : null,
                Words = part.Signs is null || setting.By.Module is not null ? command.Words : null, Hash = part.AnswerHash ?? command.Hash, DoneOn = command.DoneOn,
            }, part.Key, string.Create(CultureInfo.InvariantCulture, $"{EventKinds.PartAnswered}:{part.Key}:{part.Round}"));
            steps.MoveOn(part.Key, command.Result);
        });
    }

    private static Verdict Reroute(CaseFile state, PartFile part, CaseCommand.Reroute command, Setting setting)
    {
        var rule = setting.Rules.FindPart(part.Key) ?? throw new InvalidOperationException($"The rules of the case have no part '{part.Key}'.");
        var module = command.Module;
        if (module is not null && (rule.Handler.Capability is not { } capability || !setting.Bindings.TryGetValue(capability, out var bound) || bound != module))
            return CaseDecision.Refuse(state, setting, Codes.HandlerUnknown, module);
        var unit = rule.Handler.Fallback;
        return Worded(state, command.Reason, setting, steps => steps.Add(EventKinds.PartRerouted, new EventData
        {
            Round = part.Round, Module = module, Org = command.Org ?? unit.Org.Resolve(state.Lead, state.Org, state.Region) ?? state.Lead, Role = command.Role ?? unit.Role, Words = command.Reason,
        }, part.Key));
    }

    private static Verdict Worded(CaseFile state, string? words, Setting setting, Action<Steps> happen) =>
        string.IsNullOrWhiteSpace(words) || !OfficialWords.Fit(words) ? CaseDecision.Refuse(state, setting, Codes.WordsUnfit) : CaseDecision.Run(state, setting, happen);
}
