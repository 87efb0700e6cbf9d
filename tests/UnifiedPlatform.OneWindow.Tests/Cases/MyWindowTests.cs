using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.OneWindow.Cases;
using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.OneWindow.Domain.Queues;
using UnifiedPlatform.OneWindow.Drafts;
using UnifiedPlatform.OneWindow.Queues;
using UnifiedPlatform.OneWindow.Tests.Support;
using UnifiedPlatform.Sdk.Counter;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.OneWindow.Tests.Cases;

/// <summary>What stands beside the counter search: the person's own day.</summary>
public sealed class MyWindowTests
{
    [Theory]
    [MemberData(nameof(CounterBench.Kinds), MemberType = typeof(CounterBench))]
    public async Task The_day_counts_what_is_late_due_waited_for_and_to_deliver(DatabaseKind kind)
    {
        await using var bench = await CounterBench.StartAsync(kind);
        var late = await bench.AcceptAsync("residence-statement");
        var decided = Counter.Number(await bench.AcceptAsync("residence-statement"));
        await Counter.Done(bench.ActAsync("civil-affairs", decided, Counter.Answer("check")));
        await Counter.Done(bench.ActAsync("decider", decided, new ActOnCaseRequest(CaseAction.Decide, Outcome: CaseOutcome.Granted)));
        var asked = Counter.Number(await bench.AcceptAsync(change: request => request with { Accept = false, Materials = new Dictionary<string, MaterialStatus>() }));
        await Counter.Done(bench.ActAsync("clerk", asked, new ActOnCaseRequest(CaseAction.AskCorrection, Points: [new FixPoint(null, "id", "missing", null)])));

        bench.PassTo(late.Case!.State.PromisedDue!.Value);
        Assert.Equal((0, 1, 1, 1), await CountsAsync(bench));
        bench.PassTo(bench.Calendar.Today.AddDays(1));

        Assert.Equal((1, 0, 1, 1), await CountsAsync(bench));
        await bench.AsAsync("clerk", async services =>
        {
            var first = (await services.GetRequiredService<QueueQueries>().TodayAsync(5, CounterBench.Cancelled)).First;
            Assert.Equal([Lane.WaitApplicant, Lane.Parts, Lane.ToIssue], first.Select(line => line.Lane).Order());
            Assert.Equal(Lane.Parts, first[0].Lane);
        });
        await bench.AsAsync("police", async services => Assert.Empty((await services.GetRequiredService<QueueQueries>().TodayAsync(5, CounterBench.Cancelled)).First));
    }

    [Theory]
    [MemberData(nameof(CounterBench.Kinds), MemberType = typeof(CounterBench))]
    public async Task A_draft_is_its_authors_alone_and_a_form_that_became_a_case_leaves_none(DatabaseKind kind)
    {
        await using var bench = await CounterBench.StartAsync(kind);
        await KeepAsync(bench, "key-1");
        await bench.AsAsync("clerk", async services => Assert.Equal(CounterBench.Resident, Assert.Single(await services.GetRequiredService<CaseDrafts>().MineAsync(5, CounterBench.Cancelled)).Subject));
        await bench.AsAsync("colleague", async services => Assert.Empty(await services.GetRequiredService<CaseDrafts>().MineAsync(5, CounterBench.Cancelled)));

        await bench.AcceptAsync("residence-statement", "key-1");
        await bench.DoAsync("clerk", async services => { await services.GetRequiredService<CaseDrafts>().DropAsync(CounterBench.Resident, CounterBench.Cancelled); return new CaseOutput(null, null, null); });
        await KeepAsync(bench, "key-1");
        await bench.AsAsync("clerk", async services => Assert.Empty(await services.GetRequiredService<CaseDrafts>().MineAsync(5, CounterBench.Cancelled)));
    }

    private static Task<CaseOutput> KeepAsync(CounterBench bench, string key) => bench.DoAsync("clerk", async services =>
    {
        await services.GetRequiredService<CaseDrafts>().KeepAsync(CounterBench.Resident, "residence-statement", new Dictionary<string, IReadOnlyList<string>> { ["f-purpose"] = ["school"] }, key, CounterBench.Cancelled);
        return new CaseOutput(null, null, null);
    });

    private static async Task<(int Overdue, int Due, int Waiting, int ToDeliver)> CountsAsync(CounterBench bench)
    {
        QueueDay? day = null;
        await bench.AsAsync("clerk", async services => day = await services.GetRequiredService<QueueQueries>().TodayAsync(5, CounterBench.Cancelled));
        return (day!.Overdue, day.Due, day.Waiting, day.ToDeliver);
    }
}
