using System.Text.Json;
using System.Text.Json.Serialization;
using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.Sdk.Counter;

namespace UnifiedPlatform.OneWindow.Domain.Cases;

/// <summary>What an event carries: ids, codes, days, hashes, an official's checked words. Never a value of the applicant.</summary>
public sealed record EventData
{
    public static EventData None { get; } = new();

    public Guid? Subject { get; init; }

    public Guid? Applicant { get; init; }

    public string? Item { get; init; }

    /// <summary>Version of the item: of the form on receipt, of the rules on acceptance.</summary>
    public int? ItemVersion { get; init; }

    public string? Situation { get; init; }

    public string? Region { get; init; }

    public string? Grid { get; init; }

    /// <summary>Region where the applicant handed in.</summary>
    public string? ApplyRegion { get; init; }

    /// <summary>Organisation an event gives work to.</summary>
    public string? Org { get; init; }

    public string? Role { get; init; }

    public string? Module { get; init; }

    public IReadOnlyDictionary<string, MaterialStatus>? Materials { get; init; }

    public int? Round { get; init; }

    public string? Leaf { get; init; }

    public PartOpinion? Opinion { get; init; }

    /// <summary>Key of a refusal reason of the item.</summary>
    public string? Refusal { get; init; }

    public CaseOutcome? Outcome { get; init; }

    public DateOnly? DoneOn { get; init; }

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    /// <summary>Hash of the dossier revision or answer the event speaks of.</summary>
    public string? Hash { get; init; }

    public string? Method { get; init; }

    public DocumentKind? Document { get; init; }

    public int? N { get; init; }

    public int? Score { get; init; }

    public string? Channel { get; init; }

    public IReadOnlyList<string>? Points { get; init; }

    /// <summary>An official's words, refused when they contain an id number or a phone number.</summary>
    public string? Words { get; init; }

    /// <summary>Members of newer writers, kept as they are.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? More { get; init; }
}
