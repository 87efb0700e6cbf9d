using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Counter;
using UnifiedPlatform.Sdk.Parts;
using UnifiedPlatform.Sdk.Residents;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Sdk.Tests.Parts;

public sealed class PartTaskTests
{
    private static readonly Actor Actor = new(new AccountId(Guid.CreateVersion7()), ActorKind.Staff, "tester", "0101", null, null, null);
    private static readonly DateTimeOffset At = new(2026, 11, 22, 6, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<(PartTaskStatus, PartTaskAction), PartTaskStatus> Expected = new()
    {
        [(PartTaskStatus.Open, PartTaskAction.Take)] = PartTaskStatus.Taken,
        [(PartTaskStatus.Open, PartTaskAction.Decline)] = PartTaskStatus.Declined,
        [(PartTaskStatus.Open, PartTaskAction.End)] = PartTaskStatus.Ended,
        [(PartTaskStatus.Taken, PartTaskAction.Answer)] = PartTaskStatus.Reported,
        [(PartTaskStatus.Taken, PartTaskAction.Decline)] = PartTaskStatus.Declined,
        [(PartTaskStatus.Taken, PartTaskAction.End)] = PartTaskStatus.Ended,
        [(PartTaskStatus.Reported, PartTaskAction.SendBack)] = PartTaskStatus.Taken,
        [(PartTaskStatus.Reported, PartTaskAction.Confirm)] = PartTaskStatus.Done,
        [(PartTaskStatus.Reported, PartTaskAction.End)] = PartTaskStatus.Ended,
        [(PartTaskStatus.Declined, PartTaskAction.SendBack)] = PartTaskStatus.Open,
        [(PartTaskStatus.Declined, PartTaskAction.AskAgain)] = PartTaskStatus.Open,
        [(PartTaskStatus.Ended, PartTaskAction.AskAgain)] = PartTaskStatus.Open,
    };

    public static TheoryData<PartTaskStatus, PartTaskAction> Every()
    {
        var pairs = new TheoryData<PartTaskStatus, PartTaskAction>();
        foreach (var status in Enum.GetValues<PartTaskStatus>())
            foreach (var action in Enum.GetValues<PartTaskAction>()) pairs.Add(status, action);
        return pairs;
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void Every_state_answers_every_act(PartTaskStatus status, PartTaskAction action) =>
        Assert.Equal(Expected.TryGetValue((status, action), out var next) ? next : null, PartTask.Next(status, action));

    [Fact]
    public void A_rejected_answer_comes_back_with_its_reason()
    {
        var task = Taken();
        Assert.True(task.Answer(At));

        task.Settle(new PartSettled(task.Ref, Guid.CreateVersion7(), "rejected", "schema"));

        Assert.Equal((PartTaskStatus.Taken, "schema"), (task.Status, task.SettledAs));
        Assert.Contains(PartTaskAction.Answer, task.Possible);
    }

    [Fact]
    public void The_news_that_a_take_was_applied_changes_nothing()
    {
        var task = Taken();
        Assert.True(task.Answer(At));

        task.Settle(new PartSettled(task.Ref, Guid.CreateVersion7(), "applied", null));

        Assert.Equal(PartTaskStatus.Reported, task.Status);
    }

    [Theory]
    [InlineData("answered", PartTaskStatus.Done)]
    [InlineData("cancelled", PartTaskStatus.Ended)]
    public void The_end_of_a_part_tells_whether_the_answer_counted(string reason, PartTaskStatus expected)
    {
        var task = Taken();
        Assert.True(task.Answer(At));

        task.End(new PartEnd(task.Ref, reason, "InProgress"));

        Assert.Equal(expected, task.Status);
    }

    [Fact]
    public void Only_a_new_grant_opens_an_ended_part_again()
    {
        var first = Request();
        var task = new Probe();
        task.Ask(first, "0101", At);
        task.End(new PartEnd(task.Ref, "rerouted", "InProgress"));

        task.AskAgain(first);
        Assert.Equal(PartTaskStatus.Ended, task.Status);
        task.AskAgain(first with { Grant = Guid.CreateVersion7() });
        Assert.Equal(PartTaskStatus.Open, task.Status);
    }

    private static Probe Taken()
    {
        var task = new Probe();
        task.Ask(Request(), "0101", At);
        Assert.True(task.Take(Actor));
        return task;
    }

    private static PartRequest Request() => new(new PartRef("340822202611220001000001", "contact", 1), "home-care-visit", 3, "party-contact@1", new LocalizedText("党员联系人", "Contact"),
        new ResidentId(Guid.CreateVersion7()), "340822100", null, new DateOnly(2026, 11, 27), false, Guid.CreateVersion7());

    private sealed class Probe : PartTask;
}
