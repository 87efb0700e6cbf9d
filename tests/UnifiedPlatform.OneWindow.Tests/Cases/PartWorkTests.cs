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

/// <summary>Parts at work: reports, rerouting, and what a handler reads.</summary>
public sealed class PartWorkTests
{
    [Theory]
    [MemberData(nameof(CounterBench.Kinds), MemberType = typeof(CounterBench))]
    public async Task Reports_are_applied_once_late_or_rejected_and_never_dropped(DatabaseKind kind)
    {
        await using var bench = await CounterBench.StartAsync(kind);
        var number = Counter.Number(await bench.AcceptAsync());
        var id = Guid.CreateVersion7();

        Assert.Equal(("rejected", "schema"), Outcome(await bench.ReportAsync("social-linkage", CounterBench.Answered(number, "assess", new { score = 500 }))));
        Assert.Equal(("applied", null), Outcome(await bench.ReportAsync("social-linkage", CounterBench.Answered(number, "assess", Counter.Assessment), id)));
        Assert.Equal(("late", "ended"), Outcome(await bench.ReportAsync("social-linkage", CounterBench.Answered(number, "assess", Counter.Assessment))));
        Assert.Equal(("late", "superseded"), Outcome(await bench.ReportAsync("volunteering", CounterBench.Answered(number, "pair", new { since = "2026-11-03" }, round: 2))));
        Assert.Equal(("rejected", "case-unknown"), Outcome(await bench.ReportAsync("volunteering", CounterBench.Answered("340822020320261121000184", "pair", new { since = "2026-11-03" }))));

        var log = await bench.ReadAsync(database => database.Events.Where(happened => happened.Kind == EventKinds.Noted).CountAsync(CounterBench.Cancelled));
        Assert.Equal(2, log);
        await bench.AsAsync("system", async services => Assert.Empty(await services.GetRequiredService<FoldCheck>().CheckAsync(CounterBench.Cancelled)));
    }

    [Fact]
    public async Task A_part_that_is_rerouted_leaves_the_module_and_its_grants_end()
    {
        await using var bench = await CounterBench.StartAsync(DatabaseKind.Sqlite);
        var number = Counter.Number(await bench.AcceptAsync());
        Assert.NotNull(await Counter.ReadInputAsync(bench, number, "social-linkage"));
        Assert.Null(await Counter.ReadInputAsync(bench, number, "volunteering"));

        await Counter.Done(bench.ActAsync("clerk", number, new ActOnCaseRequest(CaseAction.Reroute, Part: "assess", Words: "station closed")));

        Assert.Null(await Counter.ReadInputAsync(bench, number, "social-linkage"));
        Assert.Equal("rerouted", Assert.Single(await bench.PublishedAsync<PartEnd>("one-window.part-ended")).Reason);
        Assert.DoesNotContain(bench.Town.Grants, grant => grant.Subject == "module:social-linkage");
        Assert.Contains(bench.Town.Grants, grant => grant.Subject == "role:assessor@0203");
        await Counter.Done(bench.ActAsync("civil-affairs", number, Counter.Answer("assess", Counter.Assessment)));
    }

    [Fact]
    public async Task A_part_handed_back_goes_to_the_same_module_again_and_no_end_can_overtake_the_new_request()
    {
        await using var bench = await CounterBench.StartAsync(DatabaseKind.Sqlite);
        var number = Counter.Number(await bench.AcceptAsync());
        await bench.ReportAsync("social-linkage", CounterBench.Answered(number, "assess", Counter.Assessment) with { Kind = "declined", Opinion = null, Result = null, Words = "which village" });

        await Counter.Done(bench.ActAsync("clerk", number, new ActOnCaseRequest(CaseAction.Reroute, Part: "assess", Module: "social-linkage", Words: "asked")));

        Assert.Empty(await bench.PublishedAsync<PartEnd>("one-window.part-ended"));
        Assert.Equal(2, (await bench.PublishedAsync<PartRequest>("one-window.part-requested")).Select(request => request.Grant).Distinct().Count());
        Assert.NotNull(await Counter.ReadInputAsync(bench, number, "social-linkage"));
    }

    [Fact]
    public async Task A_handler_reads_exactly_the_fields_of_the_part_and_the_answers_before_it()
    {
        await using var bench = await CounterBench.StartAsync(DatabaseKind.Sqlite);
        var number = Counter.Number(await bench.AcceptAsync());
        await bench.ReportAsync("social-linkage", CounterBench.Answered(number, "assess", Counter.Assessment));

        var input = await Counter.ReadInputAsync(bench, number, "volunteering", "pair");

        Assert.Equal(["/address", "/hours"], input!.Fields.Keys.Order());
        Assert.Equal("half", input.Predecessors["assess"].Result.GetProperty("careLevel").GetString());
        Assert.Equal("138****5678", (await Counter.ReadInputAsync(bench, number, "party-building", "contact"))!.Fields["/phone"].GetString());
    }

    private static (string, string?) Outcome(PartSettled settled) => (settled.Outcome, settled.Code);
}
