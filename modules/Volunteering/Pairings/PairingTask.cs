using UnifiedPlatform.Sdk.Parts;

namespace UnifiedPlatform.Volunteering.Pairings;

/// <summary>The counter asks for a volunteer who visits a household. The answered task is the pairing under which visits are recorded.</summary>
public sealed class PairingTask : PartTask
{
    public const int WordsLength = 1000;
    public const int MostHours = 40;

    /// <summary>The chosen volunteer; null: not answered.</summary>
    public Guid? VolunteerId { get; private set; }

    /// <summary>Hours a week agreed.</summary>
    public int? HoursPerWeek { get; private set; }
    public DateOnly? Since { get; private set; }
    public string? Words { get; private set; }

    /// <summary>Whether visits may be recorded under it.</summary>
    public bool Paired => VolunteerId is not null && Status is (PartTaskStatus.Reported or PartTaskStatus.Done);

    public void Keep(Guid volunteer, DateOnly since, int? hoursPerWeek, string? words) => (VolunteerId, Since, HoursPerWeek, Words) = (volunteer, since, hoursPerWeek, words);
}
