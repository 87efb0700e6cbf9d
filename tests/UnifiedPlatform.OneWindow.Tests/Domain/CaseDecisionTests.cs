using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.OneWindow.Domain.Queues;
using UnifiedPlatform.OneWindow.Tests.Support;
using UnifiedPlatform.Sdk.Counter;

namespace UnifiedPlatform.OneWindow.Tests.Domain;

public sealed class CaseDecisionTests
{
    [Fact]
    public void The_story_runs_from_receipt_to_rating()
    {
        var bench = new CaseBench();

        bench.Do(People.Clerk, CaseBench.Receive());
        Assert.Equal(Lane.ToAccept, QueueLines.Home(bench.Case));
        bench.Do(People.Clerk, CaseBench.Accept);
        Assert.Equal(new DateOnly(2026, 11, 18), bench.Case.PromisedDue);
        Assert.Equal("0203", bench.Case.Org);
        Assert.Equal([PartStatus.Open, PartStatus.Waiting, PartStatus.Waiting, PartStatus.Waiting], StatusOf(bench, "assess", "contact", "pair", "eligibility"));
        Assert.Equal("social-linkage", bench.Case.Parts["assess"].Module);

        bench.Do(People.Module("social-linkage"), CaseBench.Answer("assess"));
        Assert.Equal([PartStatus.Open, PartStatus.Open, PartStatus.Open], StatusOf(bench, "contact", "pair", "eligibility"));
        bench.Do(People.Module("volunteering"), CaseBench.Answer("pair", PartOpinion.Recorded));
        bench.Do(People.Eligibility, CaseBench.Answer("eligibility"));
        Assert.Equal(CaseStatus.UnderReview, bench.Case.Status);
        bench.Do(People.Head, CaseBench.Answer("eligibility"));
        Assert.Equal(CaseStatus.Deciding, bench.Case.Status);

        bench.Do(People.Decider, new CaseCommand.Decide(CaseOutcome.Granted, null, null));
        bench.Do(People.Clerk, new CaseCommand.Close(DeliveryMethod.InPerson));
        Assert.Equal(CaseStatus.Closed, bench.Case.Status);
        Assert.Equal(PartStatus.Cancelled, bench.Case.Parts["contact"].Status);
        Assert.Empty(QueueLines.Of(bench.Case, bench.Item));
        bench.Do(People.Applicant, new CaseCommand.Rate(1, "tablet"));

        Assert.Equal([DocumentKind.SJ, DocumentKind.SL, DocumentKind.ZY], bench.Case.Documents.Select(document => document.Kind));
        Assert.Equal(1, bench.Case.Score);
    }

    [Fact]
    public void A_missing_required_paper_stops_acceptance_and_names_it()
    {
        var bench = new CaseBench { Inputs = CaseBench.Known(70, disabled: true) };
        bench.Do(People.Clerk, CaseBench.Receive());

        Assert.Equal(("materials-missing", "disability"), Refused(bench.Try(People.Clerk, CaseBench.Accept)));
        Assert.Null(bench.Try(People.Clerk, CaseBench.Accept with { Materials = new Dictionary<string, MaterialStatus> { ["disability"] = MaterialStatus.Given } }).Refusal);
    }

    [Theory]
    [InlineData(59, "not-eligible")]
    [InlineData(null, "eligibility-unknown")]
    public void Who_may_apply_is_checked_at_receipt(int? age, string code) =>
        Assert.Equal(code, new CaseBench { Inputs = CaseBench.Known(age) }.Try(People.Clerk, CaseBench.Receive()).Refusal?.Code);

    [Fact]
    public void A_form_that_does_not_fit_is_refused_with_its_fields()
    {
        var refusal = new CaseBench().Try(People.Clerk, CaseBench.Receive() with { Form = CaseBench.Json("""{"phone":"1","care":"half","fax":1}""") }).Refusal;

        Assert.Equal("form-invalid", refusal?.Code);
        Assert.Equal(["/address#required", "/fax#additionalProperties", "/phone#pattern"], refusal!.Pointers.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Another_county_must_not_accept_and_hears_who_may()
    {
        var bench = new CaseBench();
        bench.Do(People.Clerk, CaseBench.Receive());

        var refusal = bench.Try(People.Clerk, new CaseCommand.Accept("340811100002", null, null)).Refusal;

        Assert.Equal("not-competent", refusal?.Code);
        Assert.Contains("0203", refusal!.Pointers);
    }

    [Fact]
    public void A_stop_refusal_cancels_the_others_and_goes_to_the_decider()
    {
        var bench = new CaseBench();
        bench.Do(People.Clerk, CaseBench.Receive());
        bench.Do(People.Clerk, CaseBench.Accept);
        bench.Do(People.Module("social-linkage"), CaseBench.Answer("assess"));
        Assert.Equal(("reason-missing", "not-eligible"), Refused(bench.Try(People.Eligibility, CaseBench.Answer("eligibility", PartOpinion.Refused))));

        bench.Do(People.Eligibility, CaseBench.Answer("eligibility", PartOpinion.Refused, "not-eligible"));

        Assert.Equal(CaseStatus.Deciding, bench.Case.Status);
        Assert.Equal([PartStatus.Cancelled, PartStatus.Cancelled], StatusOf(bench, "contact", "pair"));
        Assert.Equal("reason-missing", bench.Try(People.Decider, new CaseCommand.Decide(CaseOutcome.Refused, null, null)).Refusal?.Code);
        bench.Do(People.Decider, new CaseCommand.Decide(CaseOutcome.Refused, "not-eligible", null));
        Assert.Equal(DocumentKind.BJ, bench.Case.Documents[^1].Kind);
    }

    [Fact]
    public void Who_handled_a_part_does_not_decide()
    {
        var bench = new CaseBench(bindings: CaseBench.NoModules);
        bench.Do(People.Clerk, CaseBench.Receive());
        bench.Do(People.Clerk, CaseBench.Accept);
        bench.Do(People.Both, CaseBench.Answer("assess"));
        bench.Do(People.VolunteerClerk, CaseBench.Answer("pair"));
        bench.Do(People.Eligibility, CaseBench.Answer("eligibility"));
        bench.Do(People.Head, CaseBench.Answer("eligibility"));

        Assert.Equal("decider-was-handler", bench.Try(People.Both, new CaseCommand.Decide(CaseOutcome.Granted, null, null)).Refusal?.Code);
        Assert.Null(bench.Try(People.Decider, new CaseCommand.Decide(CaseOutcome.Granted, null, null)).Refusal);
    }

    [Fact]
    public void The_same_person_does_not_sign_twice()
    {
        var bench = new CaseBench();
        bench.Do(People.Clerk, CaseBench.Receive());
        bench.Do(People.Clerk, CaseBench.Accept);
        bench.Do(People.Module("social-linkage"), CaseBench.Answer("assess"));
        bench.Do(People.Both, CaseBench.Answer("eligibility"));

        Assert.Equal("action-not-allowed", bench.Try(People.Both, CaseBench.Answer("eligibility")).Refusal?.Code);
    }

    [Fact]
    public void A_handed_back_part_waits_for_a_route_and_any_valid_first_answer_wins()
    {
        var bench = new CaseBench();
        bench.Do(People.Clerk, CaseBench.Receive());
        bench.Do(People.Clerk, CaseBench.Accept);
        bench.Do(People.Module("social-linkage"), new CaseCommand.Decline("assess", 1, "No assessor this week"));
        Assert.Equal(Lane.ToRoute, QueueLines.Home(bench.Case));
        Assert.Equal("handler-unknown", bench.Try(People.Clerk, new CaseCommand.Reroute("assess", "volunteering", null, null, "busy")).Refusal?.Code);

        bench.Do(People.Clerk, new CaseCommand.Reroute("assess", null, null, null, "busy"));
        Assert.Equal(("0203", "assessor"), (bench.Case.Parts["assess"].Org, bench.Case.Parts["assess"].Role));
        bench.Do(People.Assessor, CaseBench.Answer("assess"));

        Assert.Equal("ended", bench.Try(People.Module("social-linkage"), CaseBench.Answer("assess", round: 1)).Refusal?.Code);
    }

    [Fact]
    public void A_reopened_part_is_a_new_round_and_an_answer_of_the_old_one_is_superseded()
    {
        var bench = new CaseBench().ToDecision();

        bench.Do(People.Decider, new CaseCommand.Reopen("pair", "The volunteer has moved"));

        Assert.Equal((CaseStatus.UnderReview, 2, PartStatus.Open), (bench.Case.Status, bench.Case.Parts["pair"].Round, bench.Case.Parts["pair"].Status));
        Assert.Equal("superseded", bench.Try(People.Module("volunteering"), CaseBench.Answer("pair", round: 1)).Refusal?.Code);
        bench.Do(People.Module("volunteering"), CaseBench.Answer("pair", round: 2));
        Assert.Equal(CaseStatus.Deciding, bench.Case.Status);
    }

    [Fact]
    public void A_wanted_fix_names_fields_of_the_form_and_waits_for_the_applicant()
    {
        var bench = new CaseBench();
        bench.Do(People.Clerk, CaseBench.Receive());
        bench.Do(People.Clerk, CaseBench.Accept);
        Assert.Equal("field-not-open", bench.Try(People.Module("social-linkage"), new CaseCommand.AskFix("assess", 1, [new FixPoint("/salary", null, "wrong", null)])).Refusal?.Code);

        bench.Do(People.Module("social-linkage"), new CaseCommand.AskFix("assess", 1, [new FixPoint("/address", null, "wrong", null)]));
        Assert.Equal(Lane.WaitApplicant, QueueLines.Home(bench.Case));
        bench.Do(People.Clerk, new CaseCommand.Fixed("assess", new Correction(null, null)));

        Assert.Equal(PartStatus.Open, bench.Case.Parts["assess"].Status);
        Assert.Equal(new DateOnly(2026, 11, 18), bench.Case.PromisedDue);
    }

    [Fact]
    public void Withdrawal_ends_everything_at_once()
    {
        var bench = new CaseBench();
        bench.Do(People.Clerk, CaseBench.Receive());
        bench.Do(People.Clerk, CaseBench.Accept);

        bench.Do(People.Applicant, new CaseCommand.Withdraw(null));

        Assert.Equal(CaseStatus.Withdrawn, bench.Case.Status);
        Assert.All(bench.Case.Parts.Values, part => Assert.Equal(PartStatus.Cancelled, part.Status));
        Assert.Equal("ended", bench.Try(People.Module("social-linkage"), CaseBench.Answer("assess")).Refusal?.Code);
    }

    [Fact]
    public void Words_with_a_phone_or_id_number_stay_out_of_the_log()
    {
        var bench = new CaseBench().ToDecision();

        Assert.Equal("words-unfit", bench.Try(People.Decider, new CaseCommand.Reopen("pair", "电话13812345678")).Refusal?.Code);
        Assert.Equal("words-unfit", bench.Try(People.Clerk, new CaseCommand.Note("990822195501010025")).Refusal?.Code);
        Assert.Null(bench.Try(People.Clerk, new CaseCommand.Note("2026年9月18日来电")).Refusal);
    }

    [Fact]
    public void A_report_with_a_known_key_changes_nothing()
    {
        var bench = new CaseBench();
        bench.Do(People.Clerk, CaseBench.Receive());
        bench.Do(People.Clerk, CaseBench.Accept);
        bench.Try(People.Module("social-linkage"), CaseBench.Answer("assess"), "report:1");
        var version = bench.Case.Version;

        Assert.Empty(bench.Try(People.Module("social-linkage"), CaseBench.Answer("assess"), "report:1").Events);
        Assert.Equal(version, bench.Case.Version);
    }

    [Fact]
    public void A_kind_of_event_nobody_knows_is_kept_and_changes_nothing_else()
    {
        var bench = new CaseBench().ToDecision();
        var before = bench.Case;
        var strange = new CaseEvent(before.Version + 1, "Telepathised", bench.Day, DateTimeOffset.UnixEpoch, Guid.Empty, null, null, null, "t:1", EventData.None);

        var after = CaseFold.Apply(before, strange, bench.Item, bench.Calendar);

        Assert.Equal(before.Status, after.Status);
        Assert.Equal(before.Version + 1, after.Version);
    }

    [Fact]
    public void A_case_rated_once_is_not_rated_again_and_not_after_the_window()
    {
        var bench = new CaseBench().ToDecision();
        bench.Do(People.Decider, new CaseCommand.Decide(CaseOutcome.Granted, null, null));
        bench.Do(People.Clerk, new CaseCommand.Close(DeliveryMethod.InPerson));
        Assert.Equal("score-unknown", bench.Try(People.Applicant, new CaseCommand.Rate(6, "page")).Refusal?.Code);
        bench.Day = bench.Day.AddDays(16);
        Assert.Equal("rating-over", bench.Try(People.Applicant, new CaseCommand.Rate(1, "page")).Refusal?.Code);
        bench.Day = bench.Day.AddDays(-1);
        bench.Do(People.Applicant, new CaseCommand.Rate(5, "page"));
        Assert.Equal("action-not-allowed", bench.Try(People.Applicant, new CaseCommand.Rate(1, "page")).Refusal?.Code);
    }

    [Fact]
    public void An_acceptance_whose_due_year_is_missing_is_accepted_without_a_date()
    {
        var bench = new CaseBench { Day = new DateOnly(2026, 12, 21) };
        bench.Do(People.Clerk, CaseBench.Receive());
        bench.Do(People.Clerk, CaseBench.Accept);

        Assert.Equal((CaseStatus.UnderReview, null, 2027), (bench.Case.Status, bench.Case.PromisedDue, bench.Case.MissingYear));
    }

    private static PartStatus[] StatusOf(CaseBench bench, params string[] parts) => [.. parts.Select(part => bench.Case.Parts[part].Status)];

    private static (string?, string?) Refused(Verdict verdict) => (verdict.Refusal?.Code, verdict.Refusal?.Pointers.FirstOrDefault());
}
