using UnifiedPlatform.Volunteering.Volunteers;

namespace UnifiedPlatform.Volunteering.Pairings;

/// <summary>A volunteer who could visit, with the three reasons that rank.</summary>
/// <param name="Volunteer">The volunteer.</param>
/// <param name="SameCommunity">Lives in the household's community.</param>
/// <param name="Skills">Skills wanted that the volunteer has.</param>
/// <param name="FreeHours">Hours a week left after the pairings that run.</param>
public sealed record Candidate(Volunteer Volunteer, bool SameCommunity, IReadOnlyList<Skill> Skills, int FreeHours)
{
    /// <summary>Whether the hours left cover the hours wanted.</summary>
    public required bool EnoughHours { get; init; }
}
