using UnifiedPlatform.Sdk.Failures;

namespace UnifiedPlatform.Host.Residents.Searching;

/// <summary>What became of a search.</summary>
/// <param name="Response">The answer; null when refused.</param>
/// <param name="Refusal">Why not; null when answered.</param>
public sealed record SearchOutcome(SearchResidentsResponse? Response, Refusal? Refusal)
{
    public static SearchOutcome Found(SearchResidentsResponse response) => new(response, null);

    public static SearchOutcome Refused(Refusal refusal) => new(null, refusal);
}
