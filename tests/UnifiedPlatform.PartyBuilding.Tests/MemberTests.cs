using UnifiedPlatform.PartyBuilding.Members;
using UnifiedPlatform.Sdk.Residents;

namespace UnifiedPlatform.PartyBuilding.Tests;

public sealed class MemberTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly Dictionary<(MemberStatus, MemberAction), MemberStatus> Expected = new()
    {
        [(MemberStatus.Probationary, MemberAction.Confirm)] = MemberStatus.Full,
        [(MemberStatus.Probationary, MemberAction.ExtendProbation)] = MemberStatus.Probationary,
        [(MemberStatus.Probationary, MemberAction.TransferOut)] = MemberStatus.TransferredOut,
        [(MemberStatus.Probationary, MemberAction.End)] = MemberStatus.Ended,
        [(MemberStatus.Probationary, MemberAction.RecordDeath)] = MemberStatus.Deceased,
        [(MemberStatus.Full, MemberAction.Suspend)] = MemberStatus.Suspended,
        [(MemberStatus.Full, MemberAction.TransferOut)] = MemberStatus.TransferredOut,
        [(MemberStatus.Full, MemberAction.End)] = MemberStatus.Ended,
        [(MemberStatus.Full, MemberAction.RecordDeath)] = MemberStatus.Deceased,
        [(MemberStatus.Suspended, MemberAction.Restore)] = MemberStatus.Full,
        [(MemberStatus.Suspended, MemberAction.End)] = MemberStatus.Ended,
        [(MemberStatus.Suspended, MemberAction.RecordDeath)] = MemberStatus.Deceased,
        [(MemberStatus.TransferredOut, MemberAction.Return)] = MemberStatus.Full,
        [(MemberStatus.TransferredOut, MemberAction.RecordDeath)] = MemberStatus.Deceased,
    };

    public static TheoryData<MemberStatus, MemberAction> Every()
    {
        var pairs = new TheoryData<MemberStatus, MemberAction>();
        foreach (var status in Enum.GetValues<MemberStatus>())
            foreach (var action in Enum.GetValues<MemberAction>()) pairs.Add(status, action);
        return pairs;
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void Every_state_answers_every_act(MemberStatus status, MemberAction action) =>
        Assert.Equal(Expected.TryGetValue((status, action), out var next) ? next : null, PartyMember.Next(status, action));

    [Fact]
    public void Probation_is_extended_once()
    {
        var member = Probationary();

        Assert.True(member.Apply(MemberAction.ExtendProbation, Today));
        Assert.Equal(new DateOnly(2028, 3, 1), member.ProbationEndsOn);
        Assert.DoesNotContain(MemberAction.ExtendProbation, member.Possible);
        Assert.False(member.Apply(MemberAction.ExtendProbation, Today));
    }

    [Fact]
    public void Confirmation_ends_the_probation()
    {
        var member = Probationary();

        Assert.True(member.Apply(MemberAction.Confirm, Today));

        Assert.Equal((MemberStatus.Full, Today, (DateOnly?)null), (member.Status, member.ConfirmedOn, member.ProbationEndsOn));
    }

    [Fact]
    public void Who_left_on_probation_comes_back_on_probation()
    {
        var member = Probationary();
        member.Apply(MemberAction.TransferOut, Today);

        Assert.True(member.Apply(MemberAction.Return, Today));

        Assert.Equal(MemberStatus.Probationary, member.Status);
    }

    private static PartyMember Probationary() => PartyMember.Join(new ResidentId(Guid.CreateVersion7()), Guid.CreateVersion7(), new DateOnly(2026, 3, 1), null);
}
