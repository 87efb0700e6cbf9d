using UnifiedPlatform.Volunteering.Activities;
using UnifiedPlatform.Volunteering.Hours;
using UnifiedPlatform.Volunteering.Volunteers;

namespace UnifiedPlatform.Volunteering.Tests;

public sealed class StateTests
{
    private static readonly Dictionary<(HoursStatus, HoursAction), HoursStatus> Hours = new()
    {
        [(HoursStatus.Proposed, HoursAction.Confirm)] = HoursStatus.Confirmed,
        [(HoursStatus.Proposed, HoursAction.Reject)] = HoursStatus.Rejected,
        [(HoursStatus.Confirmed, HoursAction.Reopen)] = HoursStatus.Proposed,
        [(HoursStatus.Confirmed, HoursAction.Lock)] = HoursStatus.Locked,
    };

    private static readonly Dictionary<(ActivityStatus, ActivityAction), ActivityStatus> Activities = new()
    {
        [(ActivityStatus.Draft, ActivityAction.Publish)] = ActivityStatus.Published,
        [(ActivityStatus.Draft, ActivityAction.Cancel)] = ActivityStatus.Cancelled,
        [(ActivityStatus.Published, ActivityAction.Finish)] = ActivityStatus.Finished,
        [(ActivityStatus.Published, ActivityAction.Cancel)] = ActivityStatus.Cancelled,
    };

    private static readonly Dictionary<(VolunteerStatus, VolunteerAction), VolunteerStatus> Volunteers = new()
    {
        [(VolunteerStatus.Active, VolunteerAction.Pause)] = VolunteerStatus.Paused,
        [(VolunteerStatus.Active, VolunteerAction.Leave)] = VolunteerStatus.Left,
        [(VolunteerStatus.Paused, VolunteerAction.Resume)] = VolunteerStatus.Active,
        [(VolunteerStatus.Paused, VolunteerAction.Leave)] = VolunteerStatus.Left,
        [(VolunteerStatus.Left, VolunteerAction.Rejoin)] = VolunteerStatus.Active,
    };

    [Fact]
    public void Hours_answer_every_act_in_every_state() => Walk<HoursStatus, HoursAction>(Hours, HoursRecord.Next);

    [Fact]
    public void Activities_answer_every_act_in_every_state() => Walk<ActivityStatus, ActivityAction>(Activities, Activity.Next);

    [Fact]
    public void Volunteers_answer_every_act_in_every_state() => Walk<VolunteerStatus, VolunteerAction>(Volunteers, Volunteer.Next);

    private static void Walk<TState, TAction>(Dictionary<(TState, TAction), TState> expected, Func<TState, TAction, TState?> next) where TState : struct, Enum where TAction : struct, Enum
    {
        foreach (var state in Enum.GetValues<TState>())
            foreach (var action in Enum.GetValues<TAction>())
                Assert.Equal((state, action, expected.TryGetValue((state, action), out var to) ? to : (TState?)null), (state, action, next(state, action)));
    }
}
