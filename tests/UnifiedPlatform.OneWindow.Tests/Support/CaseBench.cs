using System.Text.Json;
using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.OneWindow.Domain.Expressions;
using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.Sdk.Counter;

namespace UnifiedPlatform.OneWindow.Tests.Support;

/// <summary>One case in memory, driven command by command.</summary>
internal sealed class CaseBench(ServiceItem? item = null, IReadOnlyDictionary<string, string>? bindings = null)
{
    public const string Village = "340822100002";

    private readonly TestCalendar _calendar = new();
    private readonly List<CaseEvent> _log = [];

    public ServiceItem Item { get; } = item ?? ShippedItems.HomeCare;

    public TestCalendar Calendar => _calendar;

    public IReadOnlyList<CaseEvent> Log => _log;

    public CaseFile? State { get; private set; }

    public CaseFile Case => State ?? throw new InvalidOperationException("no case yet");

    public IReadOnlyDictionary<string, string> Bindings { get; set; } = bindings ?? Modules;

    public static IReadOnlyDictionary<string, string> Modules { get; } = new Dictionary<string, string>
    {
        ["home-assessment@1"] = "social-linkage", ["party-contact@1"] = "party-building", ["volunteer-pairing@1"] = "volunteering",
    };

    public static IReadOnlyDictionary<string, string> NoModules { get; } = new Dictionary<string, string>();

    public static JsonElement Form { get; } = Json("""{"phone":"13800000000","address":"凌桥社区城东路18号","care":"half","hours":4}""");

    public DateOnly Day
    {
        get => _calendar.Today;
        set => _calendar.Today = value;
    }

    public Inputs Inputs { get; set; } = Known(70);

    public static Inputs Known(int? age, string living = "alone", bool disabled = false) => new(new DateOnly(2026, 11, 2))
    {
        Form = Form,
        Questions = new Dictionary<string, JsonElement> { ["living"] = Json($"\"{living}\""), ["disabled"] = Json(disabled ? "true" : "false") },
        Resident = age is null ? new Dictionary<string, JsonElement>() : new Dictionary<string, JsonElement> { ["ageOn"] = JsonSerializer.SerializeToElement(age) },
    };

    public Verdict Try(Acting by, CaseCommand command, string? key = null)
    {
        var verdict = CaseDecision.Decide(State, command, new Setting(Day, new DateTimeOffset(Day, new TimeOnly(1, 0), TimeSpan.Zero), Item, _calendar, Inputs, Bindings, by, key));
        if (verdict.Refusal is not null) return verdict;
        State = verdict.State;
        _log.AddRange(verdict.Events);
        return verdict;
    }

    public CaseFile Do(Acting by, CaseCommand command)
    {
        var verdict = Try(by, command);
        Assert.True(verdict.Refusal is null, verdict.Refusal?.Code + " " + string.Join(' ', verdict.Refusal?.Pointers ?? []));
        return Case;
    }

    public static CaseCommand.Receive Receive(MaterialStatus id = MaterialStatus.Given) => new(
        People.Id(100), People.Id(100), Form, new Dictionary<string, MaterialStatus> { ["id"] = id }, "0001", "340822100000", Village, null, "hash");

    /// <summary>The disability certificate, brought after it was asked for.</summary>
    public static CaseCommand.Correct Corrected { get; } = new(new Correction(null, new Dictionary<string, MaterialStatus> { ["disability"] = MaterialStatus.Given }));

    public static CaseCommand.Accept Accept { get; } = new(Village, null, null);

    public static CaseCommand.Answer Answer(string part, PartOpinion opinion = PartOpinion.Agreed, string? refusal = null, string? words = null, int? round = null) =>
        new(part, round, opinion, refusal, words, Json("{}"), null, "hash-" + part, new DateOnly(2026, 11, 2));

    /// <summary>Received, accepted, every part answered with yes.</summary>
    public CaseBench ToDecision()
    {
        Do(People.Clerk, Receive());
        Do(People.Clerk, Accept);
        Do(People.Module("social-linkage"), Answer("assess"));
        Do(People.Module("volunteering"), Answer("pair", PartOpinion.Recorded));
        Do(People.Module("party-building"), Answer("contact", PartOpinion.Recorded));
        Do(People.Eligibility, Answer("eligibility"));
        Do(People.Head, Answer("eligibility"));
        return this;
    }

    public static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement.Clone();
}
