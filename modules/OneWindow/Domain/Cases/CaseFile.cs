using System.Collections.Immutable;
using UnifiedPlatform.OneWindow.Domain.Signing;

namespace UnifiedPlatform.OneWindow.Domain.Cases;

/// <summary>A case as its log says it is.</summary>
public sealed record CaseFile
{
    /// <summary>Sequence of the last event; the row version.</summary>
    public int Version { get; init; }

    public required string Item { get; init; }

    public required int FormVersion { get; init; }

    /// <summary>Version of the item that rules the case from acceptance on.</summary>
    public int? RuleVersion { get; init; }

    public string? Situation { get; init; }

    public required Guid Subject { get; init; }

    public required Guid Applicant { get; init; }

    public CaseStatus Status { get; init; }

    /// <summary>Organisation that received and accepts: the lead.</summary>
    public required string Lead { get; init; }

    /// <summary>Organisation that is competent.</summary>
    public string? Org { get; init; }

    public string? Region { get; init; }

    public string? Grid { get; init; }

    public string? ApplyRegion { get; init; }

    public string? AcceptRegion { get; init; }

    public string? CloseRegion { get; init; }

    public DateOnly ReceivedOn { get; init; }

    /// <summary>Day on which the applicant was told what to correct; null: never.</summary>
    public DateOnly? CorrectionAskedOn { get; init; }

    /// <summary>Fields and papers to be corrected before acceptance; empty: none.</summary>
    public IReadOnlyList<string> CorrectionPoints { get; init; } = [];

    /// <summary>Last day for the correction where a limit is set; null: none.</summary>
    public DateOnly? CorrectionDue { get; init; }

    /// <summary>Day on which the correction made the case complete: the clocks count from it, whenever the clerk accepts.</summary>
    public DateOnly? CompletedOn { get; init; }

    public DateOnly? AcceptedOn { get; init; }

    public DateOnly? PromisedDue { get; init; }

    public DateOnly? StatutoryDue { get; init; }

    public DateOnly? YellowOn { get; init; }

    /// <summary>First year the calendar lacks for a running clock.</summary>
    public int? MissingYear { get; init; }

    public DateOnly? NextCheckOn { get; init; }

    public CaseOutcome? Outcome { get; init; }

    public DateOnly? DecidedOn { get; init; }

    public DateOnly? DeliveredOn { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public DateOnly? ClosedOn { get; init; }

    public int? Score { get; init; }

    /// <summary>Signatures under the decision; null: not deciding.</summary>
    public SignTree? DecisionSigns { get; init; }

    public ImmutableSortedDictionary<string, PartFile> Parts { get; init; } = ImmutableSortedDictionary.Create<string, PartFile>(StringComparer.Ordinal);

    public ImmutableSortedDictionary<string, MaterialStatus> Materials { get; init; } = ImmutableSortedDictionary.Create<string, MaterialStatus>(StringComparer.Ordinal);

    public ImmutableList<IssuedDocument> Documents { get; init; } = [];

    /// <summary>Line key → who claimed it.</summary>
    public ImmutableSortedDictionary<string, Guid> Claims { get; init; } = ImmutableSortedDictionary.Create<string, Guid>(StringComparer.Ordinal);

    /// <summary>Everybody who handled a part: they do not decide where the item separates the two.</summary>
    public ImmutableHashSet<Guid> Handlers { get; init; } = [];

    /// <summary>Keys of all events, by which nothing happens twice.</summary>
    public ImmutableHashSet<string> Keys { get; init; } = [];

    public bool FixOpen => Parts.Values.Any(part => part.Status == PartStatus.Asked);
}
