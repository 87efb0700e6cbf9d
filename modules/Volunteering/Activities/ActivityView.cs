namespace UnifiedPlatform.Volunteering.Activities;

public sealed record ActivityView(Guid Id, string Title, string Place, string? Region, DateTimeOffset StartsAt, DateTimeOffset EndsAt, int Places, int Taken, int Free, bool Risky, string? InsurancePolicy,
    ActivityStatus Status, IReadOnlyList<ActivityAction> Possible, int Version)
{
    public static ActivityView Of(Activity x) => new(x.Id, x.Title, x.Place, x.Scope.Region, x.StartsAt, x.EndsAt, x.Places, x.Taken, x.Free, x.Risky, x.InsurancePolicy, x.Status, x.Possible, x.Version);
}

/// <summary>A place taken.</summary>
public sealed record SignUpView(Guid VolunteerId, string Name, DateTimeOffset At);
