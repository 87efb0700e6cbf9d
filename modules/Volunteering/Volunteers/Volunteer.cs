using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Residents;

namespace UnifiedPlatform.Volunteering.Volunteers;

/// <summary>A resident who registered as volunteer. Who the person is stays in the register.</summary>
public sealed class Volunteer : IScoped
{
    public const int MostFreeHours = 60;

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Scope Scope { get; private set; } = new();
    public int Version { get; private set; }

    public required ResidentId Resident { get; init; }
    public required DateOnly RegisteredOn { get; init; }

    /// <summary>Codes of <see cref="SkillSet"/>.</summary>
    public string Skills { get; private set; } = "";

    /// <summary>Hours a week offered.</summary>
    public int FreeHours { get; set; }
    public bool GuardianConsent { get; set; }

    /// <summary>As the register last said; shown with a flag, decided anew at each use.</summary>
    public AgeRule Age { get; set; }
    public VolunteerStatus Status { get; private set; }

    /// <summary>Sum of locked minutes, corrections included.</summary>
    public int LockedMinutes { get; private set; }

    /// <summary>Rises with each published record, so that a correction never overtakes what it corrects.</summary>
    public long HoursVersion { get; private set; }

    /// <summary>Rises with each published fact.</summary>
    public long FactVersion { get; private set; }

    /// <summary>Rises with each sign-up and record; written first, so that two at once stand in line (no overlap slips through).</summary>
    public int Turns { get; private set; }

    public bool IsActive => Status == VolunteerStatus.Active;

    public IReadOnlyList<Skill> SkillList => SkillSet.Read(Skills);

    public IReadOnlyList<VolunteerAction> Possible => [.. Enum.GetValues<VolunteerAction>().Where(action => Next(Status, action) is not null)];

    /// <summary>The whole state machine; null: not possible.</summary>
    public static VolunteerStatus? Next(VolunteerStatus from, VolunteerAction action) => (from, action) switch
    {
        (VolunteerStatus.Active, VolunteerAction.Pause) => VolunteerStatus.Paused,
        (VolunteerStatus.Paused, VolunteerAction.Resume) => VolunteerStatus.Active,
        (VolunteerStatus.Active or VolunteerStatus.Paused, VolunteerAction.Leave) => VolunteerStatus.Left,
        (VolunteerStatus.Left, VolunteerAction.Rejoin) => VolunteerStatus.Active,
        _ => null,
    };

    public void Offer(IEnumerable<Skill> skills, int freeHours) => (Skills, FreeHours) = (SkillSet.Write(skills), freeHours);

    /// <summary>False: not possible in this state.</summary>
    public bool Apply(VolunteerAction action)
    {
        if (Next(Status, action) is not { } next) return false;
        Status = next;
        return true;
    }

    /// <summary>Adds a locked record and gives the version under which it is published.</summary>
    public long Lock(int minutes)
    {
        LockedMinutes += minutes;
        return ++HoursVersion;
    }

    public long NextFactVersion() => ++FactVersion;
}
