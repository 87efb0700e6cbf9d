using UnifiedPlatform.OneWindow.Domain.Clocks;
using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.Sdk.Counter;

namespace UnifiedPlatform.OneWindow.Domain.Cases;

/// <summary>What the applicant is asked to correct and gives anew: before acceptance for the whole case at once, afterwards for one part.</summary>
internal static class CorrectionDecision
{
    public static Verdict Ask(CaseFile state, CaseCommand.AskCorrection command, Setting setting)
    {
        var rules = setting.Rules;
        if (rules.Clocks.Notice is { } notice && setting.Calendar.Add(state.ReceivedOn, notice.Limit).Due is { } last && setting.Day > last) return CaseDecision.Refuse(state, setting, Codes.CorrectionLate);
        if (Faulty(state, command.Points, setting) is { } faulty) return faulty;
        // The applicant is told once: a paper that acceptance would miss belongs on the list.
        var asked = command.Points.Select(Pointer).ToHashSet();
        if (CaseDecision.Missing(rules, state.Materials, setting.Inputs).Where(material => !asked.Contains(material)).ToList() is { Count: > 0 } forgotten) return CaseDecision.Refuse(state, setting, Codes.CorrectionIncomplete, forgotten);
        return CaseDecision.Run(state, setting, steps =>
        {
            steps.Add(EventKinds.CorrectionAsked, Points(command.Points), key: EventKinds.CorrectionAsked);
            steps.Documents(EventKinds.CorrectionAsked);
        });
    }

    public static Verdict AskOfPart(CaseFile state, PartFile part, CaseCommand.AskFix command, Setting setting) =>
        Faulty(state, command.Points, setting)
        ?? CaseDecision.Run(state, setting, steps => steps.Add(EventKinds.FixAsked, Points(command.Points) with { Round = part.Round, Module = setting.By.Module }, part.Key));

    public static Verdict Correct(CaseFile state, Correction given, Setting setting)
    {
        if (Refused(state, given, state.CorrectionPoints, setting) is { } refused) return refused;
        var open = state.CorrectionPoints.Where(point => point.StartsWith('/') ? !given.Given.Contains(point) : given.Materials?.GetValueOrDefault(point).IsThere() != true).ToList();
        if (open.Count > 0) return CaseDecision.Refuse(state, setting, Codes.CorrectionOpen, open);
        return CaseDecision.Run(state, setting, steps => steps.Add(EventKinds.Corrected, Given(given, state.CorrectionPoints) with { DoneOn = setting.Day }, key: EventKinds.Corrected));
    }

    public static Verdict Fix(CaseFile state, PartFile part, Correction given, Setting setting) =>
        Refused(state, given, part.FixPoints, setting)
        ?? CaseDecision.Run(state, setting, steps => steps.Add(EventKinds.Fixed, Given(given, part.FixPoints) with { Round = part.Round }, part.Key));

    /// <summary>Exactly the points asked for; a field that reopens its section brings its neighbours.</summary>
    public static IReadOnlySet<string> Opened(ServiceItem rules, IReadOnlyList<string> points)
    {
        var sections = rules.Form.Sections.Where(section => section.Fields.Any(field => field.Reopen == Reopen.Section && points.Contains(field.Path)));
        return new HashSet<string>([.. points, .. sections.SelectMany(section => section.Fields).Select(field => field.Path)]);
    }

    private static Verdict? Faulty(CaseFile state, IReadOnlyList<FixPoint> points, Setting setting)
    {
        var fields = setting.Rules.Form.Fields.Select(field => field.Path).ToHashSet();
        var materials = setting.Rules.Materials.Select(material => material.Key).ToHashSet();
        var unknown = points.Where(point => point.Path is { } path ? !fields.Contains(path) : !materials.Contains(point.Material ?? "")).Select(Pointer).ToList();
        if (points.Count == 0 || unknown.Count > 0) return CaseDecision.Refuse(state, setting, Codes.FieldNotOpen, unknown);
        return points.All(point => OfficialWords.Fit(point.Words)) ? null : CaseDecision.Refuse(state, setting, Codes.WordsUnfit);
    }

    private static Verdict? Refused(CaseFile state, Correction given, IReadOnlyList<string> points, Setting setting)
    {
        var open = Opened(setting.Rules, points);
        var closed = given.Changed.Concat(given.Materials?.Keys ?? []).Where(point => !open.Contains(point)).ToList();
        if (closed.Count > 0) return CaseDecision.Refuse(state, setting, Codes.FieldNotOpen, closed);
        if (given.Form is not { } form) return null;
        var problems = JsonShape.Parse(setting.Rules.Form.Schema).Check(form).Where(problem => !given.Kept.Contains(problem.Pointer)).ToList();
        return problems.Count == 0 ? null : CaseDecision.Refuse(state, setting, Codes.FormInvalid, [.. problems.Select(problem => $"{problem.Pointer}#{problem.Keyword}")]);
    }

    private static EventData Points(IReadOnlyList<FixPoint> points)
    {
        var words = string.Join("; ", points.Select(point => point.Words).Where(words => !string.IsNullOrWhiteSpace(words)));
        return new EventData { Points = [.. points.Select(Pointer)], Words = words.Length == 0 ? null : words[..Math.Min(words.Length, OfficialWords.MaxLength)] };
    }

    private static EventData Given(Correction given, IReadOnlyList<string> points) => new()
    {
        Points = given.Changed.Count > 0 ? [.. given.Changed] : points, Materials = given.Materials, Hash = given.Changed.Count > 0 ? given.DossierHash : null,
    };

    private static string Pointer(FixPoint point) => point.Path ?? point.Material ?? "";
}
