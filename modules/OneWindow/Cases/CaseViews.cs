using System.Text.Json;
using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.OneWindow.Domain.Clocks;
using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.OneWindow.Domain.Queues;
using UnifiedPlatform.Sdk.Counter;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.OneWindow.Cases;

/// <summary>A case as the API gives it and the pages show it.</summary>
public sealed record CaseView(
    string Number, int Version, string Item, int ItemVersion, LocalizedText Title, CaseStatus State, CaseOutcome? Outcome, Guid Subject, Guid Applicant, string? Situation, LocalizedText? SituationTitle,
    string Lead, string? Org, string? Region, DateOnly ReceivedOn, DateOnly? AcceptedOn, DateOnly? DecidedOn, DateOnly? ClosedOn, ClockView Clock, Lane? Lane,
    IReadOnlyList<PartView> Parts, IReadOnlyList<MaterialView> Materials, IReadOnlyList<DocumentView> Documents, IReadOnlyList<PossibleAction> Actions)
{
    /// <summary>Lookup code; only to who may edit the case.</summary>
    public string? QueryCode { get; init; }

    public int? Score { get; init; }

    /// <summary>What the applicant has to correct now.</summary>
    public IReadOnlyList<OpenCorrection> Corrections { get; init; } = [];

    /// <summary>Who is to sign the decision now.</summary>
    public IReadOnlyList<UnitView> Deciders { get; init; } = [];
}

/// <summary>A role at an organisation.</summary>
public sealed record UnitView(string Org, string Role);

/// <summary>What the applicant was asked to correct; <see cref="Part"/> null: before acceptance.</summary>
/// <param name="Part">Part that asked.</param>
/// <param name="Points">Fields (pointers) and papers (keys).</param>
/// <param name="Words">Words of who asked.</param>
/// <param name="AskedOn">Day.</param>
/// <param name="Due">Last day; null: no limit.</param>
public sealed record OpenCorrection(string? Part, IReadOnlyList<string> Points, string? Words, DateOnly AskedOn, DateOnly? Due);

/// <summary>Both clocks of a case on the day it is looked at.</summary>
/// <param name="Promised">Promised limit.</param>
/// <param name="PromisedDue">Its last day; null: before acceptance, or the calendar does not reach it.</param>
/// <param name="PromisedLeft">Work days left, negative when past; null: unknown or stopped.</param>
/// <param name="Statutory">Statutory limit; null: none.</param>
/// <param name="StatutoryDue">Its last day.</param>
/// <param name="StatutoryLeft">Work days left.</param>
/// <param name="Used">Work days used since acceptance.</param>
/// <param name="Colour">Light; null: the clocks do not run.</param>
/// <param name="MissingYear">Year whose calendar is missing; null: none.</param>
public sealed record ClockView(
    Limit Promised, DateOnly? PromisedDue, int? PromisedLeft, Limit? Statutory, DateOnly? StatutoryDue, int? StatutoryLeft, int? Used, Colour? Colour, int? MissingYear);

/// <summary>A part of a case. <see cref="Page"/> is where its handler works: the module's page, or the counter's own.</summary>
public sealed record PartView(
    string Ref, string Key, LocalizedText Title, PartStatus State, int Round, bool Blocking, string? Module, string? Org, string? Role, DateOnly? DueOn, DateTimeOffset? RequestedAt, Guid? TakenBy,
    DateTimeOffset? AnsweredAt, PartOpinion? Opinion, LocalizedText? Refusal, bool Holding, string Page, IReadOnlyList<string> Needs)
{
    /// <summary>What was found out; only to who may edit or decide the case or handled the part.</summary>
    public AnswerView? Answer { get; init; }

    /// <summary>Whose turn it is to sign, where several sign.</summary>
    public IReadOnlyList<UnitView> Signers { get; init; } = [];

    /// <summary>Why the last handler handed it back; only while nobody else has it.</summary>
    public string? HandedBack { get; init; }

    /// <summary>Who handed it back.</summary>
    public Guid? HandedBackBy { get; init; }

    /// <summary>Whether the module that does it runs now.</summary>
    public bool Away { get; init; }
}

/// <summary>An answer in full.</summary>
public sealed record AnswerView(PartOpinion Opinion, string? Words, JsonElement? Result, string Schema, Guid By, DateOnly DoneOn);

public sealed record MaterialView(string Key, LocalizedText Title, MaterialStatus State, bool Required, bool Core, int Original, int Copies, LocalizedText Issuer);

public sealed record DocumentView(string Number, DocumentKind Kind, DateOnly OnDay, DateTimeOffset IssuedAt, string? Part);

/// <summary>What this person may do now; <see cref="Part"/> null: with the case.</summary>
public sealed record PossibleAction(CaseAction Action, string? Part);

/// <summary>One event as people read it. Words of an official are shown as they stand.</summary>
public sealed record TimelineEntry(int Seq, string Kind, DateTimeOffset At, DateOnly OnDay, Guid? Actor, string? Org, string? Part, LocalizedText? PartTitle, string? Module, string? Words, EventData Data);

/// <summary>A line of a list of cases.</summary>
public sealed record CaseLine(string Number, LocalizedText Title, CaseStatus State, Guid Subject, DateOnly ReceivedOn, DateOnly? PromisedDue, Colour? Colour, CaseOutcome? Outcome, IReadOnlyList<LocalizedText> HeldBy);
