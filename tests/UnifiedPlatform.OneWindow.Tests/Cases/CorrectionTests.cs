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

/// <summary>What the applicant is asked to correct and gives anew.</summary>
public sealed class CorrectionTests
{
    [Fact]
    public async Task A_fix_changes_exactly_what_was_asked_for_and_the_handler_reads_the_new_value()
    {
        await using var bench = await CounterBench.StartAsync(DatabaseKind.Sqlite);
        var number = Counter.Number(await bench.AcceptAsync());
        var asked = CounterBench.Answered(number, "assess", new { }) with { Kind = "fix-asked", Points = [new FixPoint("/address", null, "unclear", null)] };
        Assert.Equal("applied", (await bench.ReportAsync("social-linkage", asked)).Outcome);

        var closed = await bench.ActAsync("clerk", number, new ActOnCaseRequest(CaseAction.Fixed, Part: "assess", Form: CaseBench.Json("""{"address":"凌桥社区城东路20号","hours":9}""")));
        Assert.Equal(("one-window.field-not-open", "/hours"), (closed.Refusal?.Code, closed.Reason?.Pointers.Single()));
        await Counter.Done(bench.ActAsync("clerk", number, new ActOnCaseRequest(CaseAction.Fixed, Part: "assess", Form: CaseBench.Json("""{"address":"凌桥社区城东路20号"}"""))));

        Assert.Equal("凌桥社区城东路20号", (await Counter.ReadInputAsync(bench, number, "social-linkage"))!.Fields["/address"].GetString());
        Assert.Equal(["/address"], Assert.Single(await bench.PublishedAsync<PartChange>("one-window.part-changed")).Paths);
        Assert.Equal(2, await bench.ReadAsync(database => database.Dossiers.CountAsync(CounterBench.Cancelled)));
    }

    [Fact]
    public async Task A_phone_given_anew_is_judged_though_the_old_one_lay_in_the_register()
    {
        await using var bench = await CounterBench.StartAsync(DatabaseKind.Sqlite);
        var number = Counter.Number(await bench.AcceptAsync());
        await bench.ReportAsync("social-linkage", CounterBench.Answered(number, "assess", new { }) with { Kind = "fix-asked", Points = [new FixPoint("/phone", null, "dead", null)] });

        var refused = await bench.ActAsync("clerk", number, new ActOnCaseRequest(CaseAction.Fixed, Part: "assess", Form: CaseBench.Json("""{"phone":"12"}""")));

        Assert.Equal(["/phone#pattern"], refused.Reason?.Pointers);
        await Counter.Done(bench.ActAsync("clerk", number, new ActOnCaseRequest(CaseAction.Fixed, Part: "assess", Form: CaseBench.Json("""{"phone":"13900000000"}"""))));
    }

    [Theory]
    [MemberData(nameof(CounterBench.Kinds), MemberType = typeof(CounterBench))]
    public async Task Before_acceptance_the_applicant_is_told_everything_once_and_the_clocks_count_from_the_completion(DatabaseKind kind)
    {
        await using var bench = await CounterBench.StartAsync(kind);
        var number = Counter.Number(await ReceiveAsync(bench));

        Assert.Equal(["id", "disability"], (await AskAsync(bench, number, new FixPoint("/address", null, "unclear", null))).Reason?.Pointers);
        var asked = await Counter.Done(AskAsync(bench, number, new FixPoint("/address", null, "unclear", "room missing"), new FixPoint(null, "id", "missing", null), new FixPoint(null, "disability", "missing", null)));
        Assert.Equal((CaseStatus.Correcting, Lane.WaitApplicant), (asked.Case!.State.Status, QueueLines.Home(asked.Case.State)));
        Assert.Contains($"{number}-BZ01", await bench.ReadAsync(database => database.Documents.Select(document => document.Number).ToListAsync(CounterBench.Cancelled)));
        Assert.Equal("one-window.action-not-allowed", (await bench.ActAsync("clerk", number, new ActOnCaseRequest(CaseAction.Accept))).Refusal?.Code);
        await bench.AsAsync("clerk", async services =>
        {
            var open = Assert.Single((await services.GetRequiredService<CaseQueries>().FindAsync(number, CounterBench.Cancelled))!.Corrections);
            Assert.Equal((null, "room missing", 3), (open.Part, open.Words, open.Points.Count));
        });

        bench.PassTo(new DateOnly(2026, 11, 3));
        var half = await bench.ActAsync("clerk", number, new ActOnCaseRequest(CaseAction.Correct, Materials: Given("id")));
        Assert.Equal(("one-window.correction-open", "/address disability"), (half.Refusal?.Code, string.Join(' ', half.Reason!.Pointers)));
        var closed = await bench.ActAsync("clerk", number, new ActOnCaseRequest(CaseAction.Correct, Form: CaseBench.Json("""{"address":"凌桥社区城东路20号","hours":9}"""), Materials: Given("id", "disability")));
        Assert.Equal(["/hours"], closed.Reason?.Pointers);
        await Counter.Done(bench.ActAsync("clerk", number, new ActOnCaseRequest(CaseAction.Correct, Form: CaseBench.Json("""{"address":"凌桥社区城东路20号"}"""), Materials: Given("id", "disability"))));

        bench.PassTo(new DateOnly(2026, 11, 5));
        Assert.Equal("one-window.action-not-allowed", (await AskAsync(bench, number, new FixPoint("/hours", null, "unclear", null))).Refusal?.Code);
        var accepted = await Counter.Done(bench.ActAsync("clerk", number, new ActOnCaseRequest(CaseAction.Accept)));

        Assert.Equal((CaseStatus.UnderReview, new DateOnly(2026, 11, 3), new DateOnly(2026, 11, 19)), (accepted.Case!.State.Status, accepted.Case.State.AcceptedOn, accepted.Case.State.PromisedDue));
        Assert.Equal("凌桥社区城东路20号", (await Counter.ReadInputAsync(bench, number, "social-linkage"))!.Fields["/address"].GetString());
        await bench.AsAsync("system", async services => Assert.Empty(await services.GetRequiredService<FoldCheck>().CheckAsync(CounterBench.Cancelled)));
    }

    [Fact]
    public async Task After_the_time_of_notice_nothing_more_may_be_asked()
    {
        await using var bench = await CounterBench.StartAsync(DatabaseKind.Sqlite);
        var number = Counter.Number(await ReceiveAsync(bench));

        bench.PassTo(new DateOnly(2026, 11, 10));

        Assert.Equal("one-window.correction-late", (await AskAsync(bench, number, new FixPoint(null, "id", "missing", null), new FixPoint(null, "disability", "missing", null))).Refusal?.Code);
    }

    private static Task<CaseOutput> ReceiveAsync(CounterBench bench) => bench.AcceptAsync(change: request => request with
    {
        Accept = false, Materials = new Dictionary<string, MaterialStatus>(),
        Answers = new Dictionary<string, JsonElement> { ["living"] = JsonSerializer.SerializeToElement("alone"), ["disabled"] = JsonSerializer.SerializeToElement(true) },
    });

    private static Task<CaseOutput> AskAsync(CounterBench bench, string number, params FixPoint[] points) => bench.ActAsync("clerk", number, new ActOnCaseRequest(CaseAction.AskCorrection, Points: points));

    private static Dictionary<string, MaterialStatus> Given(params string[] papers) => papers.ToDictionary(paper => paper, _ => MaterialStatus.Given);
}
