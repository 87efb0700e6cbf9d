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

/// <summary>A case from acceptance to its end, and what is kept of it.</summary>
public sealed class CaseLifeTests
{
    [Theory]
    [MemberData(nameof(CounterBench.Kinds), MemberType = typeof(CounterBench))]
    public async Task A_case_goes_through_four_units_and_closes(DatabaseKind kind)
    {
        await using var bench = await CounterBench.StartAsync(kind);
        var number = Counter.Number(await bench.AcceptAsync());
        Assert.True(CaseNumber.TryParse(number, out _, out _));
        Assert.StartsWith("340822020320261102", number, StringComparison.Ordinal);
        var asked = Assert.Single(await bench.PublishedAsync<PartRequest>("one-window.part-requested"));
        Assert.Equal(("assess", "home-assessment@1"), (asked.Ref.Part, asked.Capability));
        Assert.Contains(bench.Town.Grants, grant => grant.Subject == "module:social-linkage");

        Assert.Equal("applied", (await bench.ReportAsync("social-linkage", CounterBench.Answered(number, "assess", Counter.Assessment))).Outcome);
        Assert.Equal("applied", (await bench.ReportAsync("volunteering", CounterBench.Answered(number, "pair", new { since = "2026-11-03" }, PartOpinion.Recorded))).Outcome);
        Assert.Equal("applied", (await bench.ReportAsync("party-building", CounterBench.Answered(number, "contact", new { since = "2026-11-03" }, PartOpinion.Recorded))).Outcome);
        await Counter.Done(bench.ActAsync("civil-affairs", number, Counter.Answer("eligibility")));
        await Counter.Done(bench.ActAsync("head", number, Counter.Answer("eligibility")));
        await Counter.Done(bench.ActAsync("decider", number, new ActOnCaseRequest(CaseAction.Decide, Outcome: CaseOutcome.Granted)));
        var closed = await Counter.Done(bench.ActAsync("clerk", number, new ActOnCaseRequest(CaseAction.Close, Method: DeliveryMethod.InPerson)));

        Assert.Equal(CaseStatus.Closed, closed.Case!.State.Status);
        var row = await bench.ReadAsync(database => database.Cases.AsNoTracking().SingleAsync(CounterBench.Cancelled));
        Assert.Equal((0, CaseOutcome.Granted), (row.OpenItems, row.Outcome));
        Assert.Equal(0, await bench.ReadAsync(database => database.WorkItems.CountAsync(CounterBench.Cancelled)));
        Assert.Equal([$"{number}-SJ01", $"{number}-SL01", $"{number}-ZY01"], await bench.ReadAsync(database => database.Documents.Select(document => document.Number).Order().ToListAsync(CounterBench.Cancelled)));
        Assert.Equal(0, await bench.SqlAsync<int>("SELECT COUNT(*) FROM task_grant WHERE ended_at IS NULL"));
        Assert.Empty(bench.Town.Grants);
        Assert.Equal(3, (await bench.PublishedAsync<PartEnd>("one-window.part-ended")).Count(end => end.Reason == "answered"));
        Assert.Equal(CaseOutcome.Granted, Assert.Single(await bench.PublishedAsync<CaseNews>("one-window.case-decided")).Outcome);
    }

    [Theory]
    [MemberData(nameof(CounterBench.Kinds), MemberType = typeof(CounterBench))]
    public async Task The_kept_state_is_what_the_log_folds_to_after_each_step(DatabaseKind kind)
    {
        await using var bench = await CounterBench.StartAsync(kind);
        bench.Town.WithModules = false;
        var number = Counter.Number(await bench.AcceptAsync());
        (string, ActOnCaseRequest)[] steps =
        [
            ("civil-affairs", new ActOnCaseRequest(CaseAction.Take, Part: "assess")), ("civil-affairs", Counter.Answer("assess", Counter.Assessment)), ("clerk", new ActOnCaseRequest(CaseAction.Reroute, Part: "contact", Org: "0203", Role: "eligibility", Words: "off sick")),
            ("civil-affairs", Counter.Answer("eligibility")), ("clerk", new ActOnCaseRequest(CaseAction.Claim, Line: "#")), ("civil-affairs", Counter.Answer("pair", new { since = "2026-11-03" })),
            ("head", Counter.Answer("eligibility")), ("decider", new ActOnCaseRequest(CaseAction.Reopen, Part: "pair", Words: "again")),
        ];

        foreach (var (person, step) in steps)
        {
            await Counter.Done(bench.ActAsync(person, number, step));
            await bench.AsAsync("system", async services => Assert.Empty(await services.GetRequiredService<FoldCheck>().CheckAsync(CounterBench.Cancelled)));
        }
    }

    [Fact]
    public async Task A_state_that_drifted_is_found_and_repaired_from_the_log()
    {
        await using var bench = await CounterBench.StartAsync(DatabaseKind.Sqlite);
        var number = Counter.Number(await bench.AcceptAsync("residence-statement"));
        await bench.SqlAsync<int>("UPDATE case_file SET state = 'deciding'; SELECT 1");

        await bench.AsAsync("system", async services => Assert.Equal([number], await services.GetRequiredService<FoldCheck>().CheckAsync(CounterBench.Cancelled)));
        await bench.AsAsync("system", async services => Assert.True(await services.GetRequiredService<FoldCheck>().RepairAsync(number, CounterBench.Cancelled)));

        await bench.AsAsync("system", async services => Assert.Empty(await services.GetRequiredService<FoldCheck>().CheckAsync(CounterBench.Cancelled)));
    }

    [Theory]
    [MemberData(nameof(CounterBench.Kinds), MemberType = typeof(CounterBench))]
    public async Task An_open_case_that_fell_out_of_every_queue_is_found_however_old_it_is(DatabaseKind kind)
    {
        await using var bench = await CounterBench.StartAsync(kind);
        var number = Counter.Number(await bench.AcceptAsync("residence-statement"));
        bench.PassTo(new DateOnly(2026, 12, 1));
        await bench.AsAsync("system", async services => Assert.Empty(await services.GetRequiredService<FoldCheck>().OrphansAsync(CounterBench.Cancelled)));
        await bench.SqlAsync<int>("DELETE FROM work_item; SELECT 1");

        await bench.AsAsync("system", async services => Assert.Single(await services.GetRequiredService<FoldCheck>().OrphansAsync(CounterBench.Cancelled)));
        await bench.AsAsync("system", async services => Assert.Equal([number], await services.GetRequiredService<FoldCheck>().CheckAsync(CounterBench.Cancelled)));
        await bench.AsAsync("system", async services => Assert.True(await services.GetRequiredService<FoldCheck>().RepairAsync(number, CounterBench.Cancelled)));

        Assert.Equal(2, await bench.ReadAsync(database => database.WorkItems.CountAsync(CounterBench.Cancelled)));
    }

    [Theory]
    [MemberData(nameof(CounterBench.Kinds), MemberType = typeof(CounterBench))]
    public async Task Who_saw_an_old_version_is_told_what_is_possible_now(DatabaseKind kind)
    {
        await using var bench = await CounterBench.StartAsync(kind);
        var opened = await bench.AcceptAsync("residence-statement");
        var (number, seen) = (Counter.Number(opened), opened.Case!.Row.Version);
        await Counter.Done(bench.ActAsync("civil-affairs", number, new ActOnCaseRequest(CaseAction.Take, Part: "check"), seen));

        var refused = (await bench.ActAsync("civil-affairs", number, Counter.Answer("check"), seen)).Refusal;

        Assert.Equal(("one-window.changed-meanwhile", 409), (refused?.Code, refused?.Status));
        Assert.Contains("answer", (IEnumerable<string>)refused!.Extensions!["possible"]!);
    }

    [Fact]
    public async Task A_strange_member_of_the_form_is_refused_and_a_missing_field_named()
    {
        await using var bench = await CounterBench.StartAsync(DatabaseKind.Sqlite);

        var strange = await bench.AcceptAsync("residence-statement", change: request => request with { Form = CaseBench.Json("""{"purpose":"school","salary":1}""") });
        var missing = await bench.AcceptAsync("residence-statement", change: request => request with { Form = CaseBench.Json("{}") });

        Assert.Equal(["/salary#additionalProperties"], strange.Reason?.Pointers);
        Assert.Equal(["/purpose#required"], missing.Reason?.Pointers);
    }
}
