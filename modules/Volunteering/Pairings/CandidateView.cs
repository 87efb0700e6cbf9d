using UnifiedPlatform.Volunteering.Volunteers;

namespace UnifiedPlatform.Volunteering.Pairings;

/// <summary>A candidate with the three reasons.</summary>
public sealed record CandidateView(Guid VolunteerId, string Name, bool SameCommunity, IReadOnlyList<Skill> Skills, int FreeHours, bool EnoughHours, bool AgeUnknown, int Points);
