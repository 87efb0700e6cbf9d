using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.OneWindow.Cases;
using UnifiedPlatform.OneWindow.Data;
using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.OneWindow.Domain.Queues;
using UnifiedPlatform.OneWindow.Items;
using UnifiedPlatform.OneWindow.Parts;
using UnifiedPlatform.OneWindow.Queues;
using UnifiedPlatform.OneWindow.Tests.Support;
using UnifiedPlatform.Sdk.Counter;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Domain;

namespace UnifiedPlatform.OneWindow.Tests.Cases;

/// <summary>Who sees and does what.</summary>
public sealed class CaseSightTests
{
    [Fact]
    public async Task Strangers_do_not_see_the_case_and_do_not_decide_it()
    {
        await using var bench = await CounterBench.StartAsync(DatabaseKind.Sqlite);
        var number = Counter.Number(await bench.AcceptAsync("residence-statement"));

        Assert.Equal("one-window.case-unknown", (await bench.ActAsync("police", number, Counter.Answer("check"))).Refusal?.Code);
        Assert.Equal("one-window.action-not-allowed", (await bench.ActAsync("colleague", number, new ActOnCaseRequest(CaseAction.Remind, Part: "check"))).Refusal?.Code);
        Assert.Equal("one-window.forbidden", (await bench.ActAsync("clerk", number, new ActOnCaseRequest(CaseAction.Decide, Outcome: CaseOutcome.Granted))).Refusal?.Code);
        await Counter.Done(bench.ActAsync("civil-affairs", number, Counter.Answer("check")));
        Assert.Equal("one-window.action-not-allowed", (await bench.ActAsync("civil-affairs", number, new ActOnCaseRequest(CaseAction.Decide, Outcome: CaseOutcome.Granted))).Refusal?.Code);
        await Counter.Done(bench.ActAsync("decider", number, new ActOnCaseRequest(CaseAction.Decide, Outcome: CaseOutcome.Granted)));
    }

    [Theory]
    [MemberData(nameof(CounterBench.Kinds), MemberType = typeof(CounterBench))]
    public async Task Everybody_sees_the_work_of_the_own_queues_with_exact_counts(DatabaseKind kind)
    {
        await using var bench = await CounterBench.StartAsync(kind);
        for (var i = 0; i < 3; i++) await bench.AcceptAsync("residence-statement");

        await bench.AsAsync("civil-affairs", async services =>
        {
            var queues = services.GetRequiredService<QueueQueries>();
            var first = await queues.MineAsync(null, null, 2, CounterBench.Cancelled);
            var second = await queues.MineAsync(null, first.NextCursor, 2, CounterBench.Cancelled);

            Assert.Equal((2, 1, null), (first.Items.Count, second.Items.Count, second.NextCursor));
            Assert.Empty(first.Items.Select(line => line.Case).Intersect(second.Items.Select(line => line.Case)));
            Assert.Equal(3, (await queues.CountsAsync(CounterBench.Cancelled))[Lane.ToDo]);
            Assert.Equal("王*兰", first.Items[0].Name);
        });
        await bench.AsAsync("clerk", async services => Assert.Equal(3, (await services.GetRequiredService<QueueQueries>().CountsAsync(CounterBench.Cancelled))[Lane.Parts]));
        await bench.AsAsync("police", async services => Assert.Empty((await services.GetRequiredService<QueueQueries>().MineAsync(null, null, 50, CounterBench.Cancelled)).Items));
    }

    [Fact]
    public async Task An_applicant_hears_state_and_dates_and_nothing_with_a_wrong_code()
    {
        await using var bench = await CounterBench.StartAsync(DatabaseKind.Sqlite);
        var opened = await bench.AcceptAsync("residence-statement");
        var (number, code) = (Counter.Number(opened), opened.Case!.Row.QueryCode);

        await bench.AsAsync("system", async services =>
        {
            var tracking = services.GetRequiredService<Tracking>();
            Assert.Equal(CaseStatus.UnderReview, (await tracking.FindAsync(number, code, "a", CounterBench.Cancelled)).View?.State);
            var wrong = (await tracking.FindAsync(number, QueryCode.New().Value, "b", CounterBench.Cancelled)).Refusal;
            var unknown = (await tracking.FindAsync("340822020320261121000184", code, "c", CounterBench.Cancelled)).Refusal;
            Assert.Equal(wrong, unknown! with { Extensions = wrong!.Extensions });
            for (var i = 0; i < TrackLimit.Tries; i++) await tracking.FindAsync("x", "y", "guesser", CounterBench.Cancelled);
            Assert.Equal(429, (await tracking.FindAsync(number, code, "guesser", CounterBench.Cancelled)).Refusal?.Status);
        });
    }

    [Fact]
    public async Task A_view_offers_exactly_what_the_person_may_do()
    {
        await using var bench = await CounterBench.StartAsync(DatabaseKind.Sqlite);
        var number = Counter.Number(await bench.AcceptAsync());

        await bench.AsAsync("clerk", async services =>
        {
            var view = await services.GetRequiredService<CaseQueries>().FindAsync(number, CounterBench.Cancelled);
            Assert.Equal("assess", Assert.Single(view!.Parts, part => part.Holding).Key);
            Assert.Equal($"/m/social-linkage/parts/{number}~assess~1", view.Parts[0].Page);
            Assert.Equal([CaseAction.Reroute, CaseAction.Remind, CaseAction.Withdraw, CaseAction.Claim, CaseAction.Note], view.Actions.Select(action => action.Action));
            Assert.NotNull(view.QueryCode);
            Assert.Equal((12, 0), (view.Clock.PromisedLeft, view.Clock.Used));
        });
    }

    [Theory]
    [MemberData(nameof(CounterBench.Kinds), MemberType = typeof(CounterBench))]
    public async Task Each_signer_claims_the_own_line_and_no_other(DatabaseKind kind)
    {
        await using var bench = await CounterBench.StartAsync(kind);
        bench.Town.WithModules = false;
        var number = Counter.Number(await bench.AcceptAsync());
        await Counter.Done(bench.ActAsync("civil-affairs", number, Counter.Answer("assess", Counter.Assessment)));
        await Counter.Done(bench.ActAsync("civil-affairs", number, new ActOnCaseRequest(CaseAction.Take, Part: "eligibility")));
        await Counter.Done(bench.ActAsync("civil-affairs", number, Counter.Answer("eligibility")));

        QueueEntry? line = null;
        await bench.AsAsync("head", async services => line = Assert.Single((await services.GetRequiredService<QueueQueries>().MineAsync(null, null, 50, CounterBench.Cancelled)).Items));
        Assert.Equal(("eligibility#1", null, PartStatus.Taken), (line!.Line, line.Holder, line.PartState));
        Assert.Equal("one-window.action-not-allowed", (await bench.ActAsync("civil-affairs", number, new ActOnCaseRequest(CaseAction.Claim, Line: line.Line))).Refusal?.Code);
        await Counter.Done(bench.ActAsync("head", number, new ActOnCaseRequest(CaseAction.Claim, Line: line.Line)));

        await bench.AsAsync("head", async services =>
        {
            Assert.Equal(Staff.Actor("head").Account.Value, Assert.Single((await services.GetRequiredService<QueueQueries>().MineAsync(null, null, 50, CounterBench.Cancelled)).Items).Holder);
            var part = (await services.GetRequiredService<CaseQueries>().FindAsync(number, CounterBench.Cancelled))!.Parts.Single(part => part.Key == "eligibility");
            Assert.Equal([new UnitView("0203", "eligibility-head")], part.Signers);
        });
        await Counter.Done(bench.ActAsync("head", number, new ActOnCaseRequest(CaseAction.Release)));
    }

    [Fact]
    public async Task A_part_handed_back_says_to_the_counter_who_and_why()
    {
        await using var bench = await CounterBench.StartAsync(DatabaseKind.Sqlite);
        bench.Town.WithModules = false;
        var number = Counter.Number(await bench.AcceptAsync());

        await Counter.Done(bench.ActAsync("civil-affairs", number, new ActOnCaseRequest(CaseAction.Decline, Part: "assess", Words: "moved away")));

        await bench.AsAsync("clerk", async services =>
        {
            var part = (await services.GetRequiredService<CaseQueries>().FindAsync(number, CounterBench.Cancelled))!.Parts.Single(part => part.Key == "assess");
            Assert.Equal(("moved away", Staff.Actor("civil-affairs").Account.Value), (part.HandedBack, part.HandedBackBy));
        });
        await Counter.Done(bench.ActAsync("clerk", number, new ActOnCaseRequest(CaseAction.Reroute, Part: "assess", Words: "again")));
        await bench.AsAsync("clerk", async services => Assert.Null((await services.GetRequiredService<CaseQueries>().FindAsync(number, CounterBench.Cancelled))!.Parts.Single(part => part.Key == "assess").HandedBack));
    }
}
