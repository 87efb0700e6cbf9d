using UnifiedPlatform.Volunteering.Volunteers;

namespace UnifiedPlatform.Volunteering.Pairings;

/// <summary>Ranks by what a person can check: same community first, then skills wanted, then free hours. Minors and whoever is not active never stand in the list.</summary>
public static class Ranking
{
    public const int CommunityPoints = 4;
    public const int SkillPoints = 2;
    public const int HoursPoints = 3;

    /// <param name="volunteers">Volunteers with what their age allows today and the hours a week already promised.</param>
    /// <param name="community">Region of the household, 12 digits; null: unknown.</param>
    /// <param name="wanted">Skills wanted.</param>
    /// <param name="hours">Hours a week wanted.</param>
    public static IReadOnlyList<Candidate> Rank(IEnumerable<(Volunteer Volunteer, AgeRule Age, int Promised)> volunteers, string? community, IReadOnlyCollection<Skill> wanted, int hours) =>
        [.. volunteers
            .Where(entry => entry.Volunteer.IsActive && entry.Age is (AgeRule.Adult or AgeRule.Unknown))
            .Select(entry => Judge(entry.Volunteer, entry.Promised, community, wanted, hours))
            .OrderByDescending(Points).ThenByDescending(candidate => candidate.FreeHours).ThenBy(candidate => candidate.Volunteer.Id)];

    public static int Points(Candidate candidate) =>
        (candidate.SameCommunity ? CommunityPoints : 0) + SkillPoints * candidate.Skills.Count + (candidate.EnoughHours ? HoursPoints : 0);

    private static Candidate Judge(Volunteer volunteer, int promised, string? community, IReadOnlyCollection<Skill> wanted, int hours)
    {
        var free = Math.Max(0, volunteer.FreeHours - promised);
        return new Candidate(volunteer, community is not null && volunteer.Scope.Region == community, [.. volunteer.SkillList.Intersect(wanted)], free) { EnoughHours = free > 0 && free >= hours };
    }
}
