using System.Globalization;
using UnifiedPlatform.OneWindow.Cases;
using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.OneWindow.Domain.Clocks;
using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.Sdk.Lists;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Sdk.Web;

namespace UnifiedPlatform.OneWindow.Pages;

/// <summary>Words and tones of cases on pages.</summary>
internal static class CaseWords
{
    public const string Root = "/m/one-window";

    private static readonly HashSet<string> Departments = ["0001", "0101", "0203", "0204", "0205", "0301", "0501", "0601"];
    private static readonly HashSet<string> Roles = ["clerk", "assessor", "eligibility", "eligibility-head", "decider", "party-clerk", "volunteer-clerk"];
    private static readonly HashSet<string> Sources = ["import", "counter", "grid"];

    /// <summary>The words of a member of an enum: <c>state.underReview</c>.</summary>
    public static string Of<T>(this ITexts texts, string prefix, T value) where T : struct, Enum => Begin(texts[$"{prefix}.{Code.Of(value)}"]);

    // The same words stand inside sentences, so they are kept with a small letter.
    private static string Begin(string words) => words.Length == 0 ? words : string.Concat(words[..1].ToUpperInvariant(), words.AsSpan(1));

    /// <summary>The office behind an organisation code; a code nobody named stays a code.</summary>
    public static string Office(this ITexts texts, string? code) => code is not null && Departments.Contains(code) ? texts[$"org.{code}"] : code ?? "";

    /// <summary>A role at an office: “民政办（资格审核）”; a role nobody named is left out.</summary>
    public static string Unit(this ITexts texts, UnitView unit) => Roles.Contains(unit.Role) ? texts.Format(Keys.UnitRole, texts.Office(unit.Org), texts[$"role.{unit.Role}"]) : texts.Office(unit.Org);

    public static string Limit(this ITexts texts, Limit limit) => texts.Format($"limit.{Code.Of(limit.Unit)}", limit.N);

    /// <summary>What is left of a limit: “剩3个工作日”, “超承诺2日”.</summary>
    public static string? Left(int? left, bool law, Formats formats) => left switch
    {
        null => null,
        < 0 and var over => formats.DaysOver(-over, law),
        { } days => formats.DaysLeft(days),
    };

    /// <summary>Where a value comes from and how old it is.</summary>
    public static string Source(this ITexts texts, string source, DateOnly day, bool old, Formats formats) =>
        texts.Format(old ? Keys.SourceOld : Keys.SourceLine, Sources.Contains(source) ? texts[$"source.{source}"] : texts[Keys.SourceRegister], formats.Day(day));

    public static Tone ToneOf(Colour? colour) => colour switch
    {
        Colour.Green => Tone.Ok,
        Colour.Yellow => Tone.Warn,
        Colour.Orange => Tone.Late,
        Colour.Red => Tone.Over,
        _ => Tone.Idle,
    };

    public static Tone ToneOf(CaseStatus state) => state switch
    {
        CaseStatus.Correcting => Tone.Hold,
        CaseStatus.Decided or CaseStatus.Issued or CaseStatus.Delivered or CaseStatus.Closed => Tone.Ok,
        > CaseStatus.Closed => Tone.Idle,
        _ => Tone.Info,
    };

    public static Tone ToneOf(PartStatus state) => state switch
    {
        PartStatus.Open or PartStatus.Taken => Tone.Info,
        PartStatus.Asked => Tone.Hold,
        PartStatus.Answered => Tone.Ok,
        PartStatus.Unrouted => Tone.Late,
        _ => Tone.Idle,
    };

    public static Tone ToneOf(MaterialStatus state) => state switch
    {
        MaterialStatus.Given or MaterialStatus.Fetched => Tone.Ok,
        MaterialStatus.Promised => Tone.Warn,
        MaterialStatus.Refused => Tone.Over,
        _ => Tone.Idle,
    };

    /// <summary>One line of the log: a kind of a newer writer is said as such.</summary>
    public static string Event(this ITexts texts, TimelineEntry entry) =>
        Kinds.TryGetValue(entry.Kind, out var key) ? texts.Format($"event.{key}", entry.PartTitle?.ToString() ?? "") : texts[Keys.EventUnknown];

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Original and copies of a paper.</summary>
    public static string Copies(this ITexts texts, int original, int copies) => (original, copies) switch
    {
        (0, 0) => texts[Keys.PaperShown],
        (_, 0) => texts.Format(Keys.PaperOriginal, original),
        (0, _) => texts.Format(Keys.PaperCopies, copies),
        _ => texts.Format(Keys.PaperBoth, original, copies),
    };

    private static IReadOnlyDictionary<string, string> Kinds { get; } = new[]
    {
        EventKinds.Received, EventKinds.CorrectionAsked, EventKinds.Corrected, EventKinds.Accepted, EventKinds.PartRequested, EventKinds.PartTaken, EventKinds.PartSigned, EventKinds.PartAnswered, EventKinds.PartDeclined, EventKinds.PartRerouted,
        EventKinds.PartReminded, EventKinds.PartCancelled, EventKinds.PartWaived, EventKinds.PartReopened, EventKinds.FixAsked, EventKinds.Fixed, EventKinds.PartsJoined, EventKinds.DecisionSigned,
        EventKinds.Decided, EventKinds.Issued, EventKinds.Delivered, EventKinds.Closed, EventKinds.Withdrawn, EventKinds.Rated, EventKinds.Claimed, EventKinds.Released, EventKinds.Noted, EventKinds.DocumentIssued,
    }.ToDictionary(kind => kind, kind => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(kind));
}
