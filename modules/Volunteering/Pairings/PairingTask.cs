using UnifiedPlatform.Sdk.Parts;

namespace UnifiedPlatform.Volunteering.Pairings;

/// <summary>The counter asks for a volunteer who visits a household. The answered task is the pairing under which visits are recorded.</summary>
public sealed class PairingTask : PartTask
{
    /// <summary>The chosen volunteer; null: not answered.</summary>
    public Guid? VolunteerId { get; set; }

    /// <summary>Hours a week agreed.</summary>
    public int? HoursAWeek { get; set; }
    public string? Words { get; set; }

    /// <summary>Whether visits may be recorded under it.</summary>
    public bool Paired => VolunteerId is not null && Status is (PartTaskStatus.Reported or PartTaskStatus.Done);
}
