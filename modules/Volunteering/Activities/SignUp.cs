namespace UnifiedPlatform.Volunteering.Activities;

/// <summary>A place taken by a volunteer.</summary>
public sealed class SignUp
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public int Version { get; private set; }
    public required Guid ActivityId { get; init; }
    public required Guid VolunteerId { get; init; }
    public required DateTimeOffset At { get; init; }
}
