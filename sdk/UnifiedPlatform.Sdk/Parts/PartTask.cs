using System.Globalization;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Counter;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Residents;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Sdk.Parts;

/// <summary>A part of a counter case as a row of the module that does it. A module derives its own task and adds the columns of its answer; no field of the applicant is kept.</summary>
public abstract class PartTask : IScoped
{
    /// <inheritdoc/>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public Scope Scope { get; private set; } = new();

    /// <summary>Raised by each write; concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>Number of the case.</summary>
    public string CaseNumber { get; private set; } = "";

    /// <summary>Key of the part in the service item.</summary>
    public string Part { get; private set; } = "";

    /// <summary>Round from 1.</summary>
    public int Round { get; private set; }

    /// <summary>Code of the service item.</summary>
    public string Item { get; private set; } = "";

    /// <summary>Title of the service item in Chinese; null: its code is shown.</summary>
    public string? ItemTitleZh { get; private set; }

    /// <summary>Title of the service item in English; null: its code is shown.</summary>
    public string? ItemTitleEn { get; private set; }

    /// <summary>Title of the part in Chinese.</summary>
    public string TitleZh { get; private set; } = "";

    /// <summary>Title of the part in English.</summary>
    public string TitleEn { get; private set; } = "";

    /// <summary>Whom the case is about.</summary>
    public ResidentId Subject { get; private set; }

    /// <summary>Day the part is due; null: the calendar does not reach it.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>Whether the case waits for it.</summary>
    public bool Blocking { get; private set; }

    /// <summary>Whether the counter has paused the clocks.</summary>
    public bool Paused { get; private set; }

    /// <summary>Grant under which the input is read; a new one means that the part was routed here again.</summary>
    public Guid GrantId { get; private set; }

    /// <summary>Where the part stands here.</summary>
    public PartTaskStatus Status { get; private set; }

    /// <summary>Account that took it; null: nobody.</summary>
    public Guid? TakenBy { get; private set; }

    /// <summary>Name of who took it, as the workbench shows it.</summary>
    public string? TakenByName { get; private set; }

    /// <summary>When the counter asked.</summary>
    public DateTimeOffset RequestedAt { get; private set; }

    /// <summary>When the answer or the hand-back left.</summary>
    public DateTimeOffset? ReportedAt { get; private set; }

    /// <summary>Reason of a hand-back; null: none.</summary>
    public string? DeclineReason { get; private set; }

    /// <summary>Why the counter did not accept a report, or why the part ended; null: nothing to tell.</summary>
    public string? SettledAs { get; private set; }

    /// <summary>The part.</summary>
    public PartRef Ref => new(CaseNumber, Part, Round);

    /// <summary>Title of the part in both languages.</summary>
    public LocalizedText Title => new(TitleZh, TitleEn);

    /// <summary>Title of the service item in both languages.</summary>
    public LocalizedText ItemTitle => new(ItemTitleZh ?? Item, ItemTitleEn ?? Item);

    /// <summary>Acts that people may do now.</summary>
    public IReadOnlyList<PartTaskAction> Possible => [.. People.Where(action => Next(Status, action) is not null)];

    private static readonly PartTaskAction[] People = [PartTaskAction.Take, PartTaskAction.Answer, PartTaskAction.Decline];

    /// <summary>The whole state machine; null: not possible.</summary>
    public static PartTaskStatus? Next(PartTaskStatus from, PartTaskAction action) => (from, action) switch
    {
        (PartTaskStatus.Open, PartTaskAction.Take) => PartTaskStatus.Taken,
        (PartTaskStatus.Taken, PartTaskAction.Answer) => PartTaskStatus.Reported,
        (PartTaskStatus.Open or PartTaskStatus.Taken, PartTaskAction.Decline) => PartTaskStatus.Declined,
        (PartTaskStatus.Reported, PartTaskAction.SendBack) => PartTaskStatus.Taken,
        (PartTaskStatus.Declined, PartTaskAction.SendBack) => PartTaskStatus.Open,
        (PartTaskStatus.Reported, PartTaskAction.Confirm) => PartTaskStatus.Done,
        (PartTaskStatus.Open or PartTaskStatus.Taken or PartTaskStatus.Reported, PartTaskAction.End) => PartTaskStatus.Ended,
        (PartTaskStatus.Declined or PartTaskStatus.Ended, PartTaskAction.AskAgain) => PartTaskStatus.Open,
        _ => null,
    };

    /// <summary>Fills a new task from the counter's request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="department">Department that does such parts.</param>
    /// <param name="at">When it arrived.</param>
    public void Ask(PartRequest request, string department, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(request);
        (CaseNumber, Part, Round) = (request.Ref.CaseNumber, request.Ref.Part, request.Ref.Round);
        (Item, TitleZh, TitleEn, Subject) = (request.Item, request.Title.Zh, request.Title.En, request.Subject);
        (ItemTitleZh, ItemTitleEn) = (request.ItemTitle?.Zh, request.ItemTitle?.En);
        (DueOn, Blocking, GrantId, RequestedAt) = (request.DueOn, request.Blocking, request.Grant, at);
        (Scope.Region, Scope.Grid, Scope.Dept) = (request.Region, request.Grid, department);
    }

    /// <summary>Opens the part again when the counter routed it here under a new grant; a mere replay changes nothing.</summary>
    public void AskAgain(PartRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Grant == GrantId || Next(Status, PartTaskAction.AskAgain) is not { } next) return;
        (Status, GrantId, DueOn, TakenBy, TakenByName, ReportedAt, DeclineReason, SettledAs) = (next, request.Grant, request.DueOn, null, null, null, null, null);
        Scope.Owner = null;
    }

    /// <summary>Takes over what the counter changed.</summary>
    public void Change(PartChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (change.What.Contains("due")) DueOn = change.DueOn;
        if (change.What.Contains("paused")) Paused = true;
        if (change.What.Contains("resumed")) Paused = false;
    }

    /// <summary>Somebody takes the part. False: not possible now.</summary>
    public bool Take(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!Move(PartTaskAction.Take)) return false;
        (TakenBy, TakenByName, Scope.Owner, SettledAs) = (actor.Account.Value, actor.Name, actor.Account.Value, null);
        return true;
    }

    /// <summary>The answer leaves. False: not possible now.</summary>
    public bool Answer(DateTimeOffset at)
    {
        if (!Move(PartTaskAction.Answer)) return false;
        (ReportedAt, SettledAs) = (at, null);
        return true;
    }

    /// <summary>The part is handed back. False: not possible now.</summary>
    public bool Decline(string reason, DateTimeOffset at)
    {
        if (!Move(PartTaskAction.Decline)) return false;
        (DeclineReason, ReportedAt) = (reason, at);
        return true;
    }

    /// <summary>News of a report: a rejected one comes back to the workbench, a late one ends the task.</summary>
    public void Settle(PartSettled report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.Outcome == "rejected" && Move(PartTaskAction.SendBack) || report.Outcome == "late" && Move(PartTaskAction.End))
            SettledAs = report.Code ?? report.Outcome;
    }

    /// <summary>The counter ended the part; an answer that was on its way counts as confirmed.</summary>
    public void End(PartEnd end)
    {
        ArgumentNullException.ThrowIfNull(end);
        var action = end.Reason == "answered" && Status == PartTaskStatus.Reported ? PartTaskAction.Confirm : PartTaskAction.End;
        if (Move(action) && action == PartTaskAction.End) SettledAs = end.Reason;
        Paused = false;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{CaseNumber}~{Part}~{Round}");

    private bool Move(PartTaskAction action)
    {
        if (Next(Status, action) is not { } next) return false;
        Status = next;
        return true;
    }
}
