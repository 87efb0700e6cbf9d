using System.Text.Json;
using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.Sdk.Counter;

namespace UnifiedPlatform.OneWindow.Domain.Cases;

/// <summary>A wish of somebody about a case.</summary>
public abstract record CaseCommand(CaseAction Action)
{
    /// <summary>Part it is about; null: the case.</summary>
    public virtual string? PartKey => null;

    public sealed record Receive(
        Guid Subject, Guid Applicant, JsonElement Form, IReadOnlyDictionary<string, MaterialStatus> Materials, string Lead, string ApplyRegion,
        string? Region, string? Grid, string DossierHash) : CaseCommand(CaseAction.Receive)
    {
        /// <summary>Fields whose value stays in the register and is only shown masked here; the form's schema does not judge them.</summary>
        public IReadOnlySet<string> Kept { get; init; } = new HashSet<string>();
    }

    /// <summary>Acceptance; the regions are those the resident's dwelling and registered household have now.</summary>
    public sealed record Accept(string? DwellingRegion, string? DwellingGrid, string? HukouRegion, IReadOnlyDictionary<string, MaterialStatus>? Materials = null) : CaseCommand(CaseAction.Accept);

    /// <summary>Tells the applicant once, before acceptance, everything that is to be corrected.</summary>
    public sealed record AskCorrection(IReadOnlyList<FixPoint> Points) : CaseCommand(CaseAction.AskCorrection);

    /// <summary>What the applicant corrected before acceptance.</summary>
    public sealed record Correct(Correction Given) : CaseCommand(CaseAction.Correct);

    public sealed record Take(string Part, int? Round = null) : OfPart(CaseAction.Take, Part, Round);

    public sealed record Answer(string Part, int? Round, PartOpinion Opinion, string? Refusal, string? Words, JsonElement? Result, JsonShape? Shape, string Hash, DateOnly DoneOn)
        : OfPart(CaseAction.Answer, Part, Round);

    public sealed record Decline(string Part, int? Round, string Reason) : OfPart(CaseAction.Decline, Part, Round);

    /// <summary>Gives an open part to another handler: a module (by the part's capability), or a role at an organisation.</summary>
    public sealed record Reroute(string Part, string? Module, string? Org, string? Role, string Reason) : OfPart(CaseAction.Reroute, Part, null);

    public sealed record AskFix(string Part, int? Round, IReadOnlyList<FixPoint> Points) : OfPart(CaseAction.AskFix, Part, Round);

    /// <summary>What the applicant corrected: only fields and papers that were asked for.</summary>
    public sealed record Fixed(string Part, Correction Given) : OfPart(CaseAction.Fixed, Part, null);

    public sealed record Remind(string Part) : OfPart(CaseAction.Remind, Part, null);

    public sealed record Decide(CaseOutcome Outcome, string? Refusal, string? Words) : CaseCommand(CaseAction.Decide);

    public sealed record Reopen(string Part, string Reason) : OfPart(CaseAction.Reopen, Part, null);

    public sealed record Issue() : CaseCommand(CaseAction.Issue);

    public sealed record Deliver(DeliveryMethod Method) : CaseCommand(CaseAction.Deliver);

    public sealed record Close(DeliveryMethod Method) : CaseCommand(CaseAction.Close);

    public sealed record Withdraw(string? Reason) : CaseCommand(CaseAction.Withdraw);

    /// <summary>1 = best … 5 = worst.</summary>
    public sealed record Rate(int Score, string Channel) : CaseCommand(CaseAction.Rate);

    /// <summary>Takes a line of the actor's queues; without one the first that nobody holds.</summary>
    public sealed record Claim(string? Line) : CaseCommand(CaseAction.Claim);

    /// <summary>Gives a line back; without one the first the actor holds.</summary>
    public sealed record Release(string? Line) : CaseCommand(CaseAction.Release);

    public sealed record Note(string Words, string? Part = null) : CaseCommand(CaseAction.Note)
    {
        public override string? PartKey => Part;
    }

    public abstract record OfPart(CaseAction Action, string Key, int? SeenRound) : CaseCommand(Action)
    {
        public override string? PartKey => Key;
    }
}

/// <summary>How a result reaches the applicant.</summary>
public enum DeliveryMethod
{
    InPerson,
    Post,
    Electronic,
    PublicNotice,
}
