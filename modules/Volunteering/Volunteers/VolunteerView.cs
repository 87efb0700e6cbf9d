using UnifiedPlatform.Sdk.Residents;

namespace UnifiedPlatform.Volunteering.Volunteers;

/// <param name="Age">What the age allows, decided anew at each reading.</param>
/// <param name="Minutes">Locked minutes, corrections included.</param>
public sealed record VolunteerView(Guid Id, ResidentId ResidentId, string Name, string? Region, IReadOnlyList<Skill> Skills, int FreeHours, AgeRule Age, bool GuardianConsent,
    DateOnly RegisteredOn, VolunteerStatus Status, IReadOnlyList<VolunteerAction> Possible, int Minutes, int Version)
{
    public static VolunteerView Of(Volunteer x, ResidentSummary? person) => new(x.Id, x.Resident, person?.Name ?? "", x.Scope.Region, x.SkillList, x.FreeHours,
        person?.AgeBand is { } band ? Ages.OfBand(band, x.GuardianConsent) : x.Age, x.GuardianConsent, x.RegisteredOn, x.Status, x.Possible, x.LockedMinutes, x.Version);
}
