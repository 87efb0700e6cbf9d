using System.Data.Common;
using System.Text.Json;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Residents;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Sdk.Counter;

/// <summary>One round of one part of a case. Text form <c>number~part~round</c>, also the event key.</summary>
/// <param name="CaseNumber">24-character case number.</param>
/// <param name="Part">Key of the part in the service item.</param>
/// <param name="Round">Round from 1.</param>
public sealed record PartRef(string CaseNumber, string Part, int Round)
{
    /// <inheritdoc/>
    public override string ToString() => $"{CaseNumber}~{Part}~{Round}";

    /// <summary>Reads the text form; false when it is none.</summary>
    public static bool TryParse(string? text, out PartRef part)
    {
        var pieces = (text ?? "").Split('~');
        var ok = pieces.Length == 3 && pieces[0].Length == 24 && pieces[1].Length > 0
            && int.TryParse(pieces[2], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var round) && round > 0;
        part = ok ? new PartRef(pieces[0], pieces[1], int.Parse(pieces[2], System.Globalization.CultureInfo.InvariantCulture)) : new PartRef("", "", 0);
        return ok;
    }
}

/// <summary>The counter asks the module to do a part. No field values: those are read by grant.</summary>
/// <param name="Ref">The part.</param>
/// <param name="Item">Code of the service item.</param>
/// <param name="RuleVersion">Version of the item that rules the case.</param>
/// <param name="Capability">Capability asked, <c>name@major</c>.</param>
/// <param name="Title">Title of the part.</param>
/// <param name="Subject">Whom the case is about.</param>
/// <param name="Region">Region that decides, 12 digits.</param>
/// <param name="Grid">Grid of the subject; null: unknown.</param>
/// <param name="DueOn">Day the part is due; null: the calendar does not reach it.</param>
/// <param name="Blocking">Whether the case waits for it.</param>
/// <param name="Grant">Id of the task grant under which the input is read.</param>
/// <param name="ItemTitle">Title of the service item; null: its code is shown.</param>
public sealed record PartRequest(PartRef Ref, string Item, int RuleVersion, string Capability, LocalizedText Title, ResidentId Subject, string Region, string? Grid, DateOnly? DueOn, bool Blocking, Guid Grant, LocalizedText? ItemTitle = null);

/// <summary>Something about an open part changed.</summary>
/// <param name="Ref">The part.</param>
/// <param name="What">Any of <c>due paused resumed input priority</c>.</param>
/// <param name="DueOn">New due day; null: unchanged or unknown.</param>
/// <param name="Paths">Pointers of the fields that changed; values never.</param>
public sealed record PartChange(PartRef Ref, IReadOnlyList<string> What, DateOnly? DueOn, IReadOnlyList<string> Paths);

/// <summary>The part ended.</summary>
/// <param name="Ref">The part.</param>
/// <param name="Reason"><c>answered cancelled rerouted superseded closed</c>.</param>
/// <param name="CaseState">State of the case.</param>
public sealed record PartEnd(PartRef Ref, string Reason, string CaseState);

/// <summary>What became of a module's report.</summary>
/// <param name="Ref">The part.</param>
/// <param name="EventId">The report's event id.</param>
/// <param name="Outcome"><c>applied late rejected</c>.</param>
/// <param name="Code">Why, for late and rejected; null when applied.</param>
public sealed record PartSettled(PartRef Ref, Guid EventId, string Outcome, string? Code);

/// <summary>Opinion of a part.</summary>
public enum PartOpinion
{
    /// <summary>Agreed.</summary>
    Agreed,

    /// <summary>Refused, with a refusal of the item.</summary>
    Refused,

    /// <summary>A finding without a vote.</summary>
    Recorded,
}

/// <summary>A file of an answer.</summary>
/// <param name="Hash">Hash of the content.</param>
/// <param name="Name">Original name, read by grant only.</param>
public sealed record FileRef(string Hash, string Name);

/// <summary>The module's answer to a part.</summary>
/// <param name="Opinion">Opinion.</param>
/// <param name="Refusal">Key of the item's refusal; required when refused.</param>
/// <param name="Words">Words for the decider, at most 2,000 characters, no id or phone in them; null: none.</param>
/// <param name="Result">Answer by the capability's JSON Schema.</param>
/// <param name="Files">Files.</param>
/// <param name="DoneOn">Day it was done.</param>
/// <param name="DoneBy">Who did it.</param>
public sealed record PartAnswer(PartOpinion Opinion, string? Refusal, string? Words, JsonElement Result, IReadOnlyList<FileRef> Files, DateOnly DoneOn, AccountId DoneBy);

/// <summary>A field or material the handler needs fixed by the applicant.</summary>
/// <param name="Path">JSON Pointer of the field; null: a material.</param>
/// <param name="Material">Key of the material; null: a field.</param>
/// <param name="Code">Reason code of the item.</param>
/// <param name="Words">Words for the lead; null: none.</param>
public sealed record FixPoint(string? Path, string? Material, string Code, string? Words);

/// <summary>What a handler may read of a part, by grant.</summary>
/// <param name="Ref">The part.</param>
/// <param name="Fields">The fields of <c>part.input</c> by pointer.</param>
/// <param name="Predecessors">Results of the parts this one needed, by part key.</param>
public sealed record PartInput(PartRef Ref, IReadOnlyDictionary<string, JsonElement> Fields, IReadOnlyDictionary<string, PartAnswerView> Predecessors);

/// <summary>A predecessor's answer as the next handler sees it.</summary>
/// <param name="Opinion">Opinion.</param>
/// <param name="Words">Words; null: none.</param>
/// <param name="Result">Result by schema.</param>
public sealed record PartAnswerView(PartOpinion Opinion, string? Words, JsonElement Result);

/// <summary>A module that does parts. Runs in the module's own target transaction (cursor, inbox, effect); called again after a replay: idempotent by <see cref="PartRef"/>.</summary>
public interface IHandlePart
{
    /// <summary>Capability with major version, e.g. <c>home-assessment@1</c>.</summary>
    string Capability { get; }

    /// <summary>A part is asked: make the task row.</summary>
    ValueTask RequestedAsync(PartRequest part, DbTransaction target, CancellationToken cancellationToken);

    /// <summary>Due day, pause, fields or priority changed.</summary>
    ValueTask ChangedAsync(PartChange change, DbTransaction target, CancellationToken cancellationToken);

    /// <summary>The part ended: close the task, forget the input.</summary>
    ValueTask EndedAsync(PartEnd end, DbTransaction target, CancellationToken cancellationToken);

    /// <summary>The module's report was applied, came late or was rejected.</summary>
    ValueTask SettledAsync(PartSettled report, DbTransaction target, CancellationToken cancellationToken);
}

/// <summary>What a module may say to the counter. Each call writes the module's outbox (topic <c>{module}.part-reported</c>) in the caller's transaction, or throws. Scoped.</summary>
public interface ICounter
{
    /// <summary>Somebody took the part.</summary>
    void Take(PartRef part, AccountId account);

    /// <summary>The answer; validated against the declared schema before it leaves. Throws <see cref="PartAnswerInvalidException"/>.</summary>
    void Answer(PartRef part, PartAnswer answer);

    /// <summary>A fix is wanted; only the lead speaks to the applicant.</summary>
    void AskFix(PartRef part, IReadOnlyList<FixPoint> points);

    /// <summary>The part is handed back to the counter with a reason.</summary>
    void Decline(PartRef part, string reason);

    /// <summary>Reads the input of the part by grant; null when the grant has ended or is not the actor's (404). Audited.</summary>
    ValueTask<PartInput?> ReadAsync(PartRef part, string purpose, CancellationToken cancellationToken);
}

/// <summary>An answer does not fit the capability's schema.</summary>
public sealed class PartAnswerInvalidException(IReadOnlyList<string> pointers) : Exception("The answer does not fit its schema.")
{
    /// <summary>JSON Pointers of the members that do not fit.</summary>
    public IReadOnlyList<string> Pointers { get; } = pointers;
}

/// <summary>Body of <c>{module}.part-reported</c> version 1, key = <see cref="PartRef"/> text.</summary>
/// <param name="Ref">The part.</param>
/// <param name="Kind"><c>taken answered fix-asked declined</c>.</param>
/// <param name="By">Account that acted.</param>
/// <param name="DoneOn">Day of the act.</param>
/// <param name="Opinion">Opinion of an answer.</param>
/// <param name="Refusal">Refusal key of an answer.</param>
/// <param name="Words">Words.</param>
/// <param name="Result">Result by schema.</param>
/// <param name="Files">Hashes of files.</param>
/// <param name="Points">Points of a fix.</param>
public sealed record PartReported(PartRef Ref, string Kind, Guid By, DateOnly DoneOn, PartOpinion? Opinion, string? Refusal, string? Words, JsonElement? Result, IReadOnlyList<FileRef>? Files, IReadOnlyList<FixPoint>? Points);

/// <summary>Service of the counter module that the host brokers for <see cref="ICounter.ReadAsync"/>: called in process under a lease, JSON in and out.</summary>
public interface IPartInputs
{
    /// <summary>Input of a part for a caller whose module offers the capability; null: no live grant.</summary>
    ValueTask<PartInput?> ReadAsync(PartRef part, string callerModule, Actor actor, IReadOnlyCollection<string> roles, string purpose, CancellationToken cancellationToken);
}
