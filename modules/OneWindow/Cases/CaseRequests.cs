using System.Text.Json;
using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.Sdk.Counter;

namespace UnifiedPlatform.OneWindow.Cases;

/// <summary>What is posted to open a case.</summary>
/// <param name="Item">Code of the service item.</param>
/// <param name="Resident">Whom it is about.</param>
/// <param name="Answers">Answers to the item's questions.</param>
/// <param name="Form">Values of the form.</param>
/// <param name="Materials">Papers: <c>given</c>, <c>fetched</c>, <c>missing</c>.</param>
/// <param name="Applicant">Who applies; absent: the resident.</param>
/// <param name="Kept">Fields whose value stays in the register (shown masked in the form); such a field is left out of <paramref name="Form"/>.</param>
/// <param name="Accept">Accept at once; false: receive only.</param>
public sealed record OpenCaseRequest(
    string Item, Guid Resident, IReadOnlyDictionary<string, JsonElement> Answers, JsonElement Form, IReadOnlyDictionary<string, MaterialStatus> Materials,
    Guid? Applicant = null, IReadOnlyList<string>? Kept = null, bool Accept = true);

/// <summary>What is posted to act on a case or a part. Which members count depends on the action.</summary>
public sealed record ActOnCaseRequest(
    CaseAction Action, string? Part = null, int? Round = null, PartOpinion? Opinion = null, string? Refusal = null, string? Words = null, JsonElement? Result = null, DateOnly? DoneOn = null,
    CaseOutcome? Outcome = null, DeliveryMethod? Method = null, string? Module = null, string? Org = null, string? Role = null, IReadOnlyList<FixPoint>? Points = null, JsonElement? Form = null,
    IReadOnlyDictionary<string, MaterialStatus>? Materials = null, string? Line = null);

/// <summary>What is posted to ask about a case without an account.</summary>
public sealed record TrackRequest(string Number, string Code);

/// <summary>What an applicant hears: state and dates only.</summary>
public sealed record TrackView(
    string Number, string Title, CaseStatus State, CaseOutcome? Outcome, DateOnly ReceivedOn, DateOnly? AcceptedOn, DateOnly? PromisedDue, DateOnly? StatutoryDue, int? MissingYear, DateOnly? DecidedOn, DateOnly? ClosedOn, bool MayRate);
