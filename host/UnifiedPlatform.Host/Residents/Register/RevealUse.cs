namespace UnifiedPlatform.Host.Residents.Register;

/// <summary>One look at clear values, counted against the budget of the account.</summary>
public sealed class RevealUse
{
    public required Guid Id { get; init; }

    public required Guid Account { get; init; }

    public required DateTimeOffset At { get; init; }
}
