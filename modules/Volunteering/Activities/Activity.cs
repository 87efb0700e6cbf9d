using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Volunteering.Activities;

/// <summary>An opportunity to serve at a time and place, with a number of places that the database itself keeps.</summary>
public sealed class Activity : IScoped
{
    public const int TitleLength = 80;
    public const int PlaceLength = 120;
    public const int MostPlaces = 500;

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Scope Scope { get; private set; } = new();
    public int Version { get; private set; }

    public required string Title { get; set; }
    public required string Place { get; set; }
    public required DateTimeOffset StartsAt { get; set; }
    public required DateTimeOffset EndsAt { get; set; }
    public required int Places { get; set; }

    /// <summary>Signed up; a check constraint holds it between zero and <see cref="Places"/>.</summary>
    public int Taken { get; private set; }

    /// <summary>Whether somebody may come to harm: then no publication without a policy number (volunteer service regulation, article 17).</summary>
    public bool Risky { get; set; }
    public string? InsurancePolicy { get; set; }
    public ActivityStatus Status { get; private set; }

    public int Free => Places - Taken;

    public bool Insured => !Risky || !string.IsNullOrWhiteSpace(InsurancePolicy);

    public IReadOnlyList<ActivityAction> Possible => [.. Enum.GetValues<ActivityAction>().Where(action => Next(Status, action) is not null)];

    /// <summary>The whole state machine; null: not possible.</summary>
    public static ActivityStatus? Next(ActivityStatus from, ActivityAction action) => (from, action) switch
    {
        (ActivityStatus.Draft, ActivityAction.Publish) => ActivityStatus.Published,
        (ActivityStatus.Published, ActivityAction.Finish) => ActivityStatus.Finished,
        (ActivityStatus.Draft or ActivityStatus.Published, ActivityAction.Cancel) => ActivityStatus.Cancelled,
        _ => null,
    };

    public bool Overlaps(DateTimeOffset start, DateTimeOffset end) => StartsAt < end && start < EndsAt;

    /// <summary>False: not possible in this state.</summary>
    public bool Apply(ActivityAction action)
    {
        if (Next(Status, action) is not { } next) return false;
        Status = next;
        return true;
    }
}
