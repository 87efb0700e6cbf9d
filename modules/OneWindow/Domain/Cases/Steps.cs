using System.Globalization;
using System.Text.Json;
using UnifiedPlatform.OneWindow.Domain.Expressions;
using UnifiedPlatform.OneWindow.Domain.Items;

namespace UnifiedPlatform.OneWindow.Domain.Cases;

/// <summary>Events of one command, each folded before the next is thought of.</summary>
internal sealed class Steps(CaseFile? state, Setting setting)
{
    private readonly List<CaseEvent> _events = [];
    private CaseFile? _state = state;

    public CaseFile State => _state ?? throw new InvalidOperationException("Nothing has happened to the case yet.");

    public Verdict Verdict => new(_events, _state, null);

    public void Add(string kind, EventData data, string? part = null, string? key = null, bool byPlatform = false)
    {
        var seq = (_state?.Version ?? 0) + 1;
        var unique = (_events.Count == 0 ? setting.Key : null) ?? key ?? string.Create(CultureInfo.InvariantCulture, $"{kind}:{seq}");
        var happened = new CaseEvent(seq, kind, setting.Day, setting.At, byPlatform ? Guid.Empty : setting.By.Account, setting.By.OnBehalf, byPlatform ? null : setting.By.Org, part, unique, data);
        _state = CaseFold.Apply(_state, happened, setting.Rules, setting.Calendar);
        _events.Add(happened);
    }

    /// <summary>Issues the documents the item asks for on an event.</summary>
    public void Documents(string on, string? part = null)
    {
        foreach (var rule in setting.Rules.Documents.Where(rule => rule.On == on && Fits(rule.Kind)))
            Add(EventKinds.DocumentIssued, new EventData { Document = rule.Kind, N = State.Documents.Count(document => document.Kind == rule.Kind) + 1, Method = rule.Template }, part, byPlatform: true);
    }

    /// <summary>Opens every part whose needs are met, waives those the case does not need, and joins when enough have ended.</summary>
    public void MoveOn(string? part = null, JsonElement? result = null)
    {
        while (State.Parts.Values.Where(CanBegin).Select(waiting => waiting.Key).FirstOrDefault() is { } next) Begin(next, new CaseInputs(setting.Inputs, State, part, result));
        if (State.Status != CaseStatus.UnderReview) return;
        var stopped = State.Parts.Values.Any(ended => ended.Opinion == Sdk.Counter.PartOpinion.Refused && ended.Status == PartStatus.Answered && RuleOf(ended.Key).OnRefuse == OnRefuse.Stop);
        if (stopped) CancelParts("stopped");
        if (stopped || Joined()) Add(EventKinds.PartsJoined, EventData.None, byPlatform: true);
    }

    public void CancelParts(string reason)
    {
        foreach (var open in State.Parts.Values.Where(part => !part.Status.HasEnded()).ToList())
            Add(EventKinds.PartCancelled, new EventData { Round = open.Round, Method = reason }, open.Key, byPlatform: true);
    }

    private bool CanBegin(PartFile part) => part.Status == PartStatus.Waiting && RuleOf(part.Key).Needs.All(need => State.Parts.TryGetValue(need, out var met) && met.Status.HasEnded());

    private void Begin(string key, CaseInputs inputs)
    {
        var (rule, file) = (RuleOf(key), State.Parts[key]);
        if (rule.When is { } when && !when.Satisfied(inputs))
        {
            Add(EventKinds.PartWaived, EventData.None, key, byPlatform: true);
            return;
        }
        var unit = rule.Handler.Fallback;
        var module = rule.Handler.Capability is { } capability && setting.Bindings.TryGetValue(capability, out var bound) ? bound : null;
        var org = unit.Org.Resolve(State.Lead, State.Org, State.Region) ?? State.Lead;
        Add(EventKinds.PartRequested, new EventData { Round = file.Round, Module = module, Org = org, Role = unit.Role }, key,
            string.Create(CultureInfo.InvariantCulture, $"{EventKinds.PartRequested}:{key}:{file.Round}"), byPlatform: true);
    }

    private bool Joined()
    {
        var of = setting.Rules.Join.Of ?? [.. State.Parts.Keys];
        var parts = of.Where(State.Parts.ContainsKey).Select(key => State.Parts[key]).ToList();
        return setting.Rules.Join.Rule switch
        {
            JoinRule.All => parts.TrueForAll(part => part.Status.HasEnded() || !RuleOf(part.Key).Blocking),
            JoinRule.Any => parts.Exists(part => part.Status == PartStatus.Answered) || parts.TrueForAll(part => part.Status.HasEnded()),
            _ => parts.Count(part => part.Status == PartStatus.Answered) >= (setting.Rules.Join.N ?? 1) || parts.TrueForAll(part => part.Status.HasEnded()),
        };
    }

    private bool Fits(DocumentKind kind) => kind switch
    {
        DocumentKind.BJ => State.Outcome == CaseOutcome.Refused,
        DocumentKind.ZY => State.Outcome is CaseOutcome.Granted or CaseOutcome.PartlyGranted,
        _ => true,
    };

    private Part RuleOf(string key) => setting.Rules.FindPart(key) ?? throw new InvalidOperationException($"The rules of the case have no part '{key}'.");
}
