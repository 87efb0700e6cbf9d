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

public sealed class CounterTests
{
    private static readonly object Assessment = new { visitedOn = "2026-11-02", careLevel = "half", score = 65, suitable = true };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(CounterBench.Kinds), MemberType = typeof(CounterBench))]
    public async Task A_case_goes_through_four_units_and_closes(DatabaseKind kind)
    {
        await using var bench = await CounterBench.StartAsync(kind);
        var number = Number(await bench.AcceptAsync());
        Assert.True(CaseNumber.TryParse(number, out _, out _));
        Assert.StartsWith("340822020320261102", number, StringComparison.Ordinal);
        var asked = Assert.Single(await bench.PublishedAsync<PartRequest>("one-window.part-requested"));
        Assert.Equal(("assess", "home-assessment@1"), (asked.Ref.Part, asked.Capability));
        Assert.Contains(bench.Town.Grants, grant => grant.Subject == "module:social-linkage");

        Assert.Equal("applied", (await bench.ReportAsync("social-linkage", CounterBench.Answered(number, "assess", Assessment))).Outcome);
        Assert.Equal("applied", (await bench.ReportAsync("volunteering", CounterBench.Answered(number, "pair", new { since = "2026-11-03" }, PartOpinion.Recorded))).Outcome);
        Assert.Equal("applied", (await bench.ReportAsync("party-building", CounterBench.Answered(number, "contact", new { since = "2026-11-03" }, PartOpinion.Recorded))).Outcome);
        await Done(bench.ActAsync("civil-affairs", number, Answer("eligibility")));
        await Done(bench.ActAsync("head", number, Answer("eligibility")));
        await Done(bench.ActAsync("decider", number, new ActOnCaseRequest(CaseAction.Decide, Outcome: CaseOutcome.Granted)));
        var closed = await Done(bench.ActAsync("clerk", number, new ActOnCaseRequest(CaseAction.Close, Method: DeliveryMethod.InPerson)));

        Assert.Equal(CaseStatus.Closed, closed.Case!.State.Status);
        var row = await bench.ReadAsync(database => database.Cases.AsNoTracking().SingleAsync(Cancelled));
        Assert.Equal((0, CaseOutcome.Granted), (row.OpenItems, row.Outcome));
        Assert.Equal(0, await bench.ReadAsync(database => database.WorkItems.CountAsync(Cancelled)));
        Assert.Equal([$"{number}-SJ01", $"{number}-SL01", $"{number}-ZY01"], await bench.ReadAsync(database => database.Documents.Select(document => document.Number).Order().ToListAsync(Cancelled)));
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
        var number = Number(await bench.AcceptAsync());
        (string, ActOnCaseRequest)[] steps =
        [
            ("civil-affairs", new ActOnCaseRequest(CaseAction.Take, Part: "assess")), ("civil-affairs", Answer("assess", Assessment)), ("clerk", new ActOnCaseRequest(CaseAction.Reroute, Part: "contact", Org: "0203", Role: "eligibility", Words: "off sick")),
            ("civil-affairs", Answer("eligibility")), ("clerk", new ActOnCaseRequest(CaseAction.Claim, Line: "#")), ("civil-affairs", Answer("pair", new { since = "2026-11-03" })),
            ("head", Answer("eligibility")), ("decider", new ActOnCaseRequest(CaseAction.Reopen, Part: "pair", Words: "again")),
        ];

        foreach (var (person, step) in steps)
        {
            await Done(bench.ActAsync(person, number, step));
            await bench.AsAsync("system", async services => Assert.Empty(await services.GetRequiredService<FoldCheck>().CheckAsync(Cancelled)));
        }
    }

    [Fact]
    public async Task A_state_that_drifted_is_found_and_repaired_from_the_log()
    {
        await using var bench = await CounterBench.StartAsync(DatabaseKind.Sqlite);
        var number = Number(await bench.AcceptAsync("residence-statement"));
        await bench.SqlAsync<int>("UPDATE case_file SET state = 'deciding'; SELECT 1");

        await bench.AsAsync("system", async services => Assert.Equal([number], await services.GetRequiredService<FoldCheck>().CheckAsync(Cancelled)));
        await bench.AsAsync("system", async services => Assert.True(await services.GetRequiredService<FoldCheck>().RepairAsync(number, Cancelled)));

        await bench.AsAsync("system", async services => Assert.Empty(await services.GetRequiredService<FoldCheck>().CheckAsync(Cancelled)));
    }

    [Theory]
    [MemberData(nameof(CounterBench.Kinds), MemberType = typeof(CounterBench))]
    public async Task Numbers_have_no_gap_after_failed_acceptances(DatabaseKind kind)
    {
        await using var bench = await CounterBench.StartAsync(kind);
        var serials = new List<int>();
        for (var i = 0; i < 12; i++)
        {
            await Assert.ThrowsAsync<TimeoutException>(() => bench.DoAsync("clerk", async services =>
            {
                await services.GetRequiredService<CaseCommands>().OpenAsync(Statement(), null, Cancelled);
                throw new TimeoutException();
            }));
            serials.Add(CaseNumber.Parse(Number(await bench.AcceptAsync("residence-statement")), null).Serial);
        }

        Assert.Equal(Enumerable.Range(1, 12), serials);
        Assert.Equal(12, await bench.ReadAsync(database => database.Cases.CountAsync(Cancelled)));
    }

    [Theory]
    [MemberData(nameof(CounterBench.Kinds), MemberType = typeof(CounterBench))]
    public async Task The_same_key_finds_the_first_case_for_ever(DatabaseKind kind)
    {
        await using var bench = await CounterBench.StartAsync(kind);
        var first = Number(await bench.AcceptAsync("residence-statement", "key-1"));
        bench.Clock.Move(TimeSpan.FromDays(5));

        Assert.Equal(first, Number(await bench.AcceptAsync("residence-statement", "key-1")));
        Assert.NotEqual(first, Number(await bench.AcceptAsync("residence-statement", "key-2")));
    }

    [Theory]
    [MemberData(nameof(CounterBench.Kinds), MemberType = typeof(CounterBench))]
    public async Task Who_saw_an_old_version_is_told_what_is_possible_now(DatabaseKind kind)
    {
        await using var bench = await CounterBench.StartAsync(kind);
        var opened = await bench.AcceptAsync("residence-statement");
        var (number, seen) = (Number(opened), opened.Case!.Row.Version);
        await Done(bench.ActAsync("civil-affairs", number, new ActOnCaseRequest(CaseAction.Take, Part: "check"), seen));

        var refused = (await bench.ActAsync("civil-affairs", number, Answer("check"), seen)).Refusal;

        Assert.Equal(("one-window.changed-meanwhile", 409), (refused?.Code, refused?.Status));
        Assert.Contains("answer", (IEnumerable<string>)refused!.Extensions!["possible"]!);
    }

    [Theory]
    [MemberData(nameof(CounterBench.Kinds), MemberType = typeof(CounterBench))]
    public async Task The_log_refuses_to_be_changed(DatabaseKind kind)
    {
        await using var bench = await CounterBench.StartAsync(kind);
        await bench.AcceptAsync("residence-statement");

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => bench.SqlAsync<int>("UPDATE case_event SET kind = 'Closed'"));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => bench.SqlAsync<int>("DELETE FROM case_event"));
    }

    [Theory]
    [MemberData(nameof(CounterBench.Kinds), MemberType = typeof(CounterBench))]
    public async Task An_open_case_without_work_and_a_closed_one_with_work_are_refused_by_the_database(DatabaseKind kind)
    {
        await using var bench = await CounterBench.StartAsync(kind);
        await bench.AcceptAsync("residence-statement");

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => bench.SqlAsync<int>("UPDATE case_file SET open_items = 0"));
    }

    [Fact]
    public async Task Sensitive_values_answers_and_drafts_lie_sealed_in_the_file()
    {
        await using var bench = await CounterBench.StartAsync(DatabaseKind.Sqlite);
        var number = Number(await bench.AcceptAsync());
        await bench.ReportAsync("social-linkage", CounterBench.Answered(number, "assess", Assessment));
        await bench.SqlAsync<int>("PRAGMA wal_checkpoint(TRUNCATE)");

        var file = Encoding.UTF8.GetString(await File.ReadAllBytesAsync(bench.DatabaseFile, Cancelled));

        Assert.DoesNotContain("右腿术后行动不便", file, StringComparison.Ordinal);
        Assert.DoesNotContain("careLevel\":\"half", file, StringComparison.Ordinal);
        Assert.Contains(number, file, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(CounterBench.Kinds), MemberType = typeof(CounterBench))]
    public async Task Reports_are_applied_once_late_or_rejected_and_never_dropped(DatabaseKind kind)
    {
        await using var bench = await CounterBench.StartAsync(kind);
        var number = Number(await bench.AcceptAsync());
        var id = Guid.CreateVersion7();

        Assert.Equal(("rejected", "schema"), Outcome(await bench.ReportAsync("social-linkage", CounterBench.Answered(number, "assess", new { score = 500 }))));
        Assert.Equal(("applied", null), Outcome(await bench.ReportAsync("social-linkage", CounterBench.Answered(number, "assess", Assessment), id)));
        Assert.Equal(("late", "ended"), Outcome(await bench.ReportAsync("social-linkage", CounterBench.Answered(number, "assess", Assessment))));
        Assert.Equal(("late", "superseded"), Outcome(await bench.ReportAsync("volunteering", CounterBench.Answered(number, "pair", new { since = "2026-11-03" }, round: 2))));
        Assert.Equal(("rejected", "case-unknown"), Outcome(await bench.ReportAsync("volunteering", CounterBench.Answered("340822020320261121000184", "pair", new { since = "2026-11-03" }))));

        var log = await bench.ReadAsync(database => database.Events.Where(happened => happened.Kind == EventKinds.Noted).CountAsync(Cancelled));
        Assert.Equal(2, log);
        await bench.AsAsync("system", async services => Assert.Empty(await services.GetRequiredService<FoldCheck>().CheckAsync(Cancelled)));
    }

    [Fact]
    public async Task A_part_that_is_rerouted_leaves_the_module_and_its_grants_end()
    {
        await using var bench = await CounterBench.StartAsync(DatabaseKind.Sqlite);
        var number = Number(await bench.AcceptAsync());
        Assert.NotNull(await ReadInputAsync(bench, number, "social-linkage"));
        Assert.Null(await ReadInputAsync(bench, number, "volunteering"));

        await Done(bench.ActAsync("clerk", number, new ActOnCaseRequest(CaseAction.Reroute, Part: "assess", Words: "station closed")));

        Assert.Null(await ReadInputAsync(bench, number, "social-linkage"));
        Assert.Equal("rerouted", Assert.Single(await bench.PublishedAsync<PartEnd>("one-window.part-ended")).Reason);
        Assert.DoesNotContain(bench.Town.Grants, grant => grant.Subject == "module:social-linkage");
        Assert.Contains(bench.Town.Grants, grant => grant.Subject == "role:assessor@0203");
        await Done(bench.ActAsync("civil-affairs", number, Answer("assess", Assessment)));
    }

    [Fact]
    public async Task A_handler_reads_exactly_the_fields_of_the_part_and_the_answers_before_it()
    {
        await using var bench = await CounterBench.StartAsync(DatabaseKind.Sqlite);
        var number = Number(await bench.AcceptAsync());
        await bench.ReportAsync("social-linkage", CounterBench.Answered(number, "assess", Assessment));

        var input = await ReadInputAsync(bench, number, "volunteering", "pair");

        Assert.Equal(["/address", "/hours"], input!.Fields.Keys.Order());
        Assert.Equal("half", input.Predecessors["assess"].Result.GetProperty("careLevel").GetString());
        Assert.Equal("138****5678", (await ReadInputAsync(bench, number, "party-building", "contact"))!.Fields["/phone"].GetString());
    }

    [Fact]
    public async Task Strangers_do_not_see_the_case_and_do_not_decide_it()
    {
        await using var bench = await CounterBench.StartAsync(DatabaseKind.Sqlite);
        var number = Number(await bench.AcceptAsync("residence-statement"));

        Assert.Equal("one-window.case-unknown", (await bench.ActAsync("police", number, Answer("check"))).Refusal?.Code);
        Assert.Equal("one-window.action-not-allowed", (await bench.ActAsync("colleague", number, new ActOnCaseRequest(CaseAction.Remind, Part: "check"))).Refusal?.Code);
        Assert.Equal("one-window.forbidden", (await bench.ActAsync("clerk", number, new ActOnCaseRequest(CaseAction.Decide, Outcome: CaseOutcome.Granted))).Refusal?.Code);
        await Done(bench.ActAsync("civil-affairs", number, Answer("check")));
        Assert.Equal("one-window.action-not-allowed", (await bench.ActAsync("civil-affairs", number, new ActOnCaseRequest(CaseAction.Decide, Outcome: CaseOutcome.Granted))).Refusal?.Code);
        await Done(bench.ActAsync("decider", number, new ActOnCaseRequest(CaseAction.Decide, Outcome: CaseOutcome.Granted)));
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
            var first = await queues.MineAsync(null, null, 2, Cancelled);
            var second = await queues.MineAsync(null, first.NextCursor, 2, Cancelled);

            Assert.Equal((2, 1, null), (first.Items.Count, second.Items.Count, second.NextCursor));
            Assert.Empty(first.Items.Select(line => line.Case).Intersect(second.Items.Select(line => line.Case)));
            Assert.Equal(3, (await queues.CountsAsync(Cancelled))[Lane.ToDo]);
            Assert.Equal("王*兰", first.Items[0].Name);
        });
        await bench.AsAsync("clerk", async services => Assert.Equal(3, (await services.GetRequiredService<QueueQueries>().CountsAsync(Cancelled))[Lane.Parts]));
        await bench.AsAsync("police", async services => Assert.Empty((await services.GetRequiredService<QueueQueries>().MineAsync(null, null, 50, Cancelled)).Items));
    }

    [Fact]
    public async Task An_applicant_hears_state_and_dates_and_nothing_with_a_wrong_code()
    {
        await using var bench = await CounterBench.StartAsync(DatabaseKind.Sqlite);
        var opened = await bench.AcceptAsync("residence-statement");
        var (number, code) = (Number(opened), opened.Case!.Row.QueryCode);

        await bench.AsAsync("system", async services =>
        {
            var tracking = services.GetRequiredService<Tracking>();
            Assert.Equal(CaseStatus.UnderReview, (await tracking.FindAsync(number, code, "a", Cancelled)).View?.State);
            var wrong = (await tracking.FindAsync(number, QueryCode.New().Value, "b", Cancelled)).Refusal;
            var unknown = (await tracking.FindAsync("340822020320261121000184", code, "c", Cancelled)).Refusal;
            Assert.Equal(wrong, unknown! with { Extensions = wrong!.Extensions });
            for (var i = 0; i < TrackLimit.Tries; i++) await tracking.FindAsync("x", "y", "guesser", Cancelled);
            Assert.Equal(429, (await tracking.FindAsync(number, code, "guesser", Cancelled)).Refusal?.Status);
        });
    }

    [Fact]
    public async Task A_view_offers_exactly_what_the_person_may_do()
    {
        await using var bench = await CounterBench.StartAsync(DatabaseKind.Sqlite);
        var number = Number(await bench.AcceptAsync());

        await bench.AsAsync("clerk", async services =>
        {
            var view = await services.GetRequiredService<CaseQueries>().FindAsync(number, Cancelled);
            Assert.Equal("assess", Assert.Single(view!.Parts, part => part.Holding).Key);
            Assert.Equal($"/m/social-linkage/parts/{number}~assess~1", view.Parts[0].Page);
            Assert.Equal([CaseAction.Reroute, CaseAction.Remind, CaseAction.Withdraw, CaseAction.Claim, CaseAction.Note], view.Actions.Select(action => action.Action));
            Assert.NotNull(view.QueryCode);
            Assert.Equal((12, 0), (view.Clock.PromisedLeft, view.Clock.Used));
        });
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

    [Fact]
    public async Task A_fix_changes_exactly_what_was_asked_for_and_the_handler_reads_the_new_value()
    {
        await using var bench = await CounterBench.StartAsync(DatabaseKind.Sqlite);
        var number = Number(await bench.AcceptAsync());
        var asked = CounterBench.Answered(number, "assess", new { }) with { Kind = "fix-asked", Points = [new FixPoint("/address", null, "unclear", null)] };
        Assert.Equal("applied", (await bench.ReportAsync("social-linkage", asked)).Outcome);

        var closed = await bench.ActAsync("clerk", number, new ActOnCaseRequest(CaseAction.Fixed, Part: "assess", Form: CaseBench.Json("""{"address":"凌桥社区城东路20号","hours":9}""")));
        Assert.Equal(("one-window.field-not-open", "/hours"), (closed.Refusal?.Code, closed.Reason?.Pointers.Single()));
        await Done(bench.ActAsync("clerk", number, new ActOnCaseRequest(CaseAction.Fixed, Part: "assess", Form: CaseBench.Json("""{"address":"凌桥社区城东路20号"}"""))));

        Assert.Equal("凌桥社区城东路20号", (await ReadInputAsync(bench, number, "social-linkage"))!.Fields["/address"].GetString());
        Assert.Equal(["/address"], Assert.Single(await bench.PublishedAsync<PartChange>("one-window.part-changed")).Paths);
        Assert.Equal(2, await bench.ReadAsync(database => database.Dossiers.CountAsync(Cancelled)));
    }

    [Fact]
    public async Task An_item_is_published_by_two_people_and_only_without_findings()
    {
        await using var bench = await CounterBench.StartAsync(DatabaseKind.Sqlite);
        await bench.SqlAsync<int>("UPDATE item_version SET state = 'draft', published_by = NULL, second_by = NULL; SELECT 1");
        Assert.Equal("one-window.not-in-force", (await bench.AcceptAsync("residence-statement")).Refusal?.Code);

        Assert.Null(await PublishAsync(bench, "head"));
        Assert.Equal("one-window.second-person", await PublishAsync(bench, "head"));
        Assert.Null(await PublishAsync(bench, "decider"));

        Assert.Equal("one-window.item-published", await PublishAsync(bench, "decider"));
        Number(await bench.AcceptAsync("residence-statement"));
    }

    private static async Task<string?> PublishAsync(CounterBench bench, string person)
    {
        var output = await bench.DoAsync(person, async services => new CaseOutput(null, null, (await services.GetRequiredService<ItemPublishing>().PublishAsync("residence-statement", 1, Cancelled)).Refusal));
        return output.Refusal?.Code;
    }

    private static async Task<PartInput?> ReadInputAsync(CounterBench bench, string number, string module, string part = "assess")
    {
        PartInput? input = null;
        await bench.AsAsync("clerk", async services => input = await services.GetRequiredService<IPartInputs>().ReadAsync(new PartRef(number, part, 1), module, Staff.Actor("clerk"), [], "one-window.part", Cancelled));
        return input;
    }

    private static OpenCaseRequest Statement() => new(
        "residence-statement", CounterBench.Resident, new Dictionary<string, JsonElement>(), CaseBench.Json("""{"purpose":"school"}"""), new Dictionary<string, MaterialStatus> { ["id"] = MaterialStatus.Given });

    private static ActOnCaseRequest Answer(string part, object? result = null) =>
        new(CaseAction.Answer, Part: part, Opinion: PartOpinion.Agreed, Result: JsonSerializer.SerializeToElement(result ?? new { }));

    private static async Task<CaseOutput> Done(Task<CaseOutput> act)
    {
        var output = await act;
        Assert.True(output.Refusal is null, $"{output.Refusal?.Code} {string.Join(' ', output.Reason?.Pointers ?? [])}");
        return output;
    }

    private static string Number(CaseOutput output)
    {
        Assert.True(output.Refusal is null, $"{output.Refusal?.Code} {string.Join(' ', output.Reason?.Pointers ?? [])}");
        return output.Case!.Row.Number;
    }

    private static (string, string?) Outcome(PartSettled settled) => (settled.Outcome, settled.Code);
}
