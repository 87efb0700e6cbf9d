using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.OneWindow.Tests.Support;

namespace UnifiedPlatform.OneWindow.Tests.Domain;

/// <summary>Every state with every action and every role, against the table written down here.</summary>
public sealed class StateTableTests
{
    // action → states in which it stands open → who may.
    private static readonly Dictionary<CaseAction, (CaseStatus[] States, string[] Who)> Cases = new()
    {
        [CaseAction.Accept] = ([CaseStatus.Received], ["clerk"]),
        [CaseAction.AskCorrection] = ([CaseStatus.Received], ["clerk"]),
        [CaseAction.Correct] = ([CaseStatus.Correcting], ["clerk", "applicant"]),
        [CaseAction.Decide] = ([CaseStatus.Deciding], ["decider", "both"]),
        [CaseAction.Issue] = ([CaseStatus.Decided], ["clerk"]),
        [CaseAction.Deliver] = ([CaseStatus.Decided, CaseStatus.Issued], ["clerk"]),
        [CaseAction.Close] = ([CaseStatus.Decided, CaseStatus.Issued, CaseStatus.Delivered], ["clerk"]),
        [CaseAction.Withdraw] = ([CaseStatus.Submitted, CaseStatus.Received, CaseStatus.Correcting, CaseStatus.UnderReview, CaseStatus.Deciding], ["clerk", "applicant"]),
        [CaseAction.Rate] = ([CaseStatus.Closed], ["applicant"]),
    };

    private static readonly CaseStatus[] Running = [CaseStatus.UnderReview, CaseStatus.Deciding, CaseStatus.Decided, CaseStatus.Issued, CaseStatus.Delivered];

    private static readonly string[] Handlers = ["eligibility", "both", "module-social", "module-party", "module-volunteering"];

    // Actions on the part "eligibility", whose first signer is awaited.
    private static readonly Dictionary<CaseAction, (CaseStatus[] States, PartStatus[] Parts, string[] Who)> OfPart = new()
    {
        [CaseAction.Take] = (Running, [PartStatus.Open], Handlers),
        [CaseAction.Answer] = (Running, [PartStatus.Open, PartStatus.Taken], Handlers),
        [CaseAction.Decline] = (Running, [PartStatus.Open, PartStatus.Taken], Handlers),
        [CaseAction.AskFix] = (Running, [PartStatus.Open, PartStatus.Taken], Handlers),
        [CaseAction.Reroute] = (Running, [PartStatus.Open, PartStatus.Taken, PartStatus.Asked, PartStatus.Unrouted], ["clerk"]),
        [CaseAction.Fixed] = (Running, [PartStatus.Asked], ["clerk"]),
        [CaseAction.Remind] = (Running, [PartStatus.Open, PartStatus.Taken, PartStatus.Asked], ["clerk"]),
        [CaseAction.Reopen] = ([CaseStatus.Deciding], [PartStatus.Answered, PartStatus.Cancelled], ["decider", "both"]),
    };

    public static TheoryData<CaseStatus, CaseAction> OfCases() => [.. from state in Enum.GetValues<CaseStatus>() from action in Cases.Keys select (state, action)];

    public static TheoryData<CaseStatus, PartStatus> States() => [.. from state in Enum.GetValues<CaseStatus>() from part in Enum.GetValues<PartStatus>() select (state, part)];

    [Theory]
    [MemberData(nameof(OfCases))]
    public void An_action_on_a_case_stands_open_exactly_where_the_table_says(CaseStatus state, CaseAction action)
    {
        var ((states, people), file) = (Cases[action], In(state));

        foreach (var (name, acting) in People.All)
            Assert.True((states.Contains(state) && people.Contains(name)) == Allowed.Is(action, file, null, ShippedItems.HomeCare, acting), $"{action} by {name} in {state}");
    }

    [Theory]
    [MemberData(nameof(States))]
    public void An_action_on_a_part_stands_open_exactly_where_the_table_says(CaseStatus state, PartStatus part)
    {
        var file = In(state);
        var eligibility = file.Parts["eligibility"] with { Status = part };
        foreach (var (action, (states, parts, people)) in OfPart)
            foreach (var (name, acting) in People.All)
                Assert.True((states.Contains(state) && parts.Contains(part) && people.Contains(name)) == Allowed.Is(action, file, eligibility, ShippedItems.HomeCare, acting), $"{action} by {name} in {state}/{part}");
    }

    [Fact]
    public void Every_action_is_in_a_table_or_about_a_line_of_the_queue() => Assert.Equal(
        Enum.GetValues<CaseAction>().Except([CaseAction.Receive, CaseAction.Claim, CaseAction.Release, CaseAction.Note]).Order(), Cases.Keys.Concat(OfPart.Keys).Order());

    [Fact]
    public void What_stands_open_is_what_is_done_and_what_does_not_is_refused_with_the_possible()
    {
        var bench = new CaseBench();
        bench.Do(People.Clerk, CaseBench.Receive());

        var refusal = bench.Try(People.Clerk, new CaseCommand.Close(DeliveryMethod.Post)).Refusal;

        Assert.Equal(("action-not-allowed", CaseStatus.Received), (refusal?.Code, refusal?.State));
        Assert.Equal([CaseAction.Accept, CaseAction.AskCorrection, CaseAction.Withdraw, CaseAction.Claim, CaseAction.Note], refusal!.Possible);
    }

    private static CaseFile In(CaseStatus status)
    {
        var bench = new CaseBench();
        bench.Do(People.Clerk, CaseBench.Receive());
        bench.Do(People.Clerk, CaseBench.Accept);
        bench.Do(People.Module("social-linkage"), CaseBench.Answer("assess"));
        var signs = OneWindow.Domain.Signing.SignTree.Fresh(new OneWindow.Domain.Signing.Sign.ByRole(ShippedItems.HomeCare.Decide.By));
        return bench.Case with { Status = status, DecisionSigns = status == CaseStatus.Deciding ? signs : null };
    }
}
