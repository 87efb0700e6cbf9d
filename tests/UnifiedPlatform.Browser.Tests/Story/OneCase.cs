using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using UnifiedPlatform.Host.Residents.Demo;

namespace UnifiedPlatform.Browser.Tests.Story;

/// <summary>One case clicked through four modules and a department without one, by everybody who has a hand in it.</summary>
internal sealed partial class OneCase(Office office, DemoResident elder, int hour)
{
    private string _number = "", _resident = "";
    private Guid _volunteer, _member;

    private static string Today => Formatted(Office.Today);

    private bool Script => office.View.Script;

    private string CasePage => $"/m/one-window/cases/{_number}";

    /// <summary>Pages of records that the story left behind, with who opens them.</summary>
    public IEnumerable<(string Person, string Path)> Records =>
    [
        ("clerk", _resident), ("clerk", CasePage), ("clerk", $"{CasePage}/receipt"), ("clerk", $"{CasePage}/slip"), ("clerk", $"{CasePage}/notices/zy"),
        ("civil-affairs", $"/m/one-window/parts/{_number}~eligibility~1"), ("social-worker", "/m/social-linkage/assessments?filter=past"),
        ("social-worker", $"/m/social-linkage/parts/{_number}~assess~1"), ("volunteer-organiser", $"/m/volunteering/parts/{_number}~pair~1"),
        ("volunteer-organiser", "/m/volunteering/hours?status=locked"), ("party-officer", $"/m/party-building/members/{_member}"),
    ];

    public async Task TellAsync()
    {
        var clerk = await office.SignInAsync("clerk");
        await FindAsync(clerk);
        await AcceptAsync(clerk);
        await AssessAsync();
        await HandBackAsync(clerk);
        await ContactAsync();
        await PairAsync();
        await ReviewAsync();
        await DecideAsync();
        await HandOverAsync(clerk);
        await HoursAsync();
        await AdministerAsync();
    }

    // Name, pinyin, initials, last four of the id and of the phone: each finds the elder after a few keys.
    private async Task FindAsync(Desk clerk)
    {
        Assert.EndsWith("/residents", new Uri(clerk.Page.Url).AbsolutePath, StringComparison.Ordinal);
        await clerk.LookAsync("counter");
        await SearchAsync(clerk, elder.Name);
        await clerk.LookAsync("counter-found");
        var pinyin = Plain(await clerk.Find($"#results tr:has(a:text-is('{elder.Name}')) small[lang]").First.InnerTextAsync());
        await SearchAsync(clerk, string.Concat(pinyin));
        await SearchAsync(clerk, string.Concat(pinyin.Select(syllable => syllable[..1])));
        await SearchAsync(clerk, elder.NationalId[^4..]);
        await SearchAsync(clerk, elder.Phone![^4..]);
        await clerk.SendAsync($"#results a[data-up-row]:text-is('{elder.Name}')");
        await Assertions.Expect(clerk.Find("h1")).ToContainTextAsync(elder.Name);
        Assert.True(await clerk.Find(".up-cards section").CountAsync() >= 2);
        _resident = new Uri(clerk.Page.Url).AbsolutePath;
        await clerk.LookAsync("resident");
    }

    private async Task SearchAsync(Desk clerk, string query)
    {
        var box = clerk.Find("main input[type=search]");
        await box.FillAsync("");
        if (Script) await box.PressSequentiallyAsync(query);
        else
        {
            await box.FillAsync(query);
            await clerk.SendAsync("main form[role=search] button");
        }
        await Assertions.Expect(clerk.Find($"#results a[data-up-row]:text-is('{elder.Name}')").First).ToBeVisibleAsync();
        Assert.DoesNotContain(Uri.EscapeDataString(query), clerk.Page.Url, StringComparison.OrdinalIgnoreCase);
    }

    private async Task AcceptAsync(Desk clerk)
    {
        await clerk.SendAsync("a[aria-keyshortcuts=F4]");
        await clerk.ChooseAsync("item", "home-care-visit");
        await clerk.SendAsync("button[name=do][value=item]");
        await clerk.LookAsync("new-case");
        await clerk.SendRefusedAsync("button[name=do][value=accept]");
        await clerk.LookAsync("new-case-refused");
        await clerk.TickAsync("q-living", "alone");
        await clerk.TickAsync("q-disabled", "no");
        if (!Script) await clerk.SendAsync("button[name=do][value=update]");
        await Assertions.Expect(clerk.Find("#materials tbody tr")).ToHaveCountAsync(1);
        Assert.True(await clerk.Find(".up-source").CountAsync() >= 2, "Prefilled fields do not say where they come from.");
        // Health is asked of those who need care; without script it stands there with a note.
        if (Script) await Assertions.Expect(clerk.Find("[name=f-illness]")).ToBeHiddenAsync();
        await clerk.TickAsync("f-care", "half");
        await Assertions.Expect(clerk.Find("[name=f-illness]")).ToBeVisibleAsync();
        await clerk.FillAsync("f-hours", "4");
        await clerk.LookAsync("new-case-filled");
        await clerk.SendAsync("button[name=do][value=accept]");
        _number = Number().Match(clerk.Page.Url).Groups["number"].Value;
        Assert.Matches("^[0-9]{18}[0-9R][0-9]{5}$", _number);
        await clerk.LookAsync("receipt");
        Assert.Equal(1, await PaperAsync(clerk));
        await clerk.SendAsync("header a[href$='/slip']");
        await clerk.LookAsync("slip");
        Assert.Equal(1, await PaperAsync(clerk));
        await clerk.GoAsync(CasePage);
        await clerk.LookAsync("case-accepted");
    }

    private async Task AssessAsync()
    {
        var worker = await office.AtAsync("social-worker");
        await worker.UntilAsync("/m/social-linkage/assessments", PartLink("assess"));
        await worker.LookAsync("assessments");
        await worker.SendAsync(PartLink("assess"));
        await worker.LookAsync("assessment");
        await worker.SendAsync("form[action$='/take'] button");
        await worker.GoAsync($"/m/social-linkage/parts/{_number}~assess~1");
        await worker.SendRefusedAsync("form[action$='/answer'] button");
        await worker.LookAsync("assessment-refused");
        await worker.FillAsync("visitedOn", Today);
        await worker.TickAsync("careLevel", "half");
        await worker.TickAsync("living", "alone");
        await worker.FillAsync("score", "55");
        await worker.FillAsync("hoursPerWeek", "4");
        await worker.TickAsync("services", "meal", "company");
        await worker.TickAsync("risks", "fall");
        await worker.TickAsync("suitable", "yes");
        await worker.SendAsync("form[action$='/answer'] button");
        await worker.GoAsync($"/m/social-linkage/parts/{_number}~assess~1");
        await worker.LookAsync("assessment-answered");
    }

    // The party office hands its part back with a reason; the counter sees who holds the case up, and sends it there again.
    private async Task HandBackAsync(Desk clerk)
    {
        var officer = await office.AtAsync("party-officer");
        await officer.UntilAsync("/m/party-building/contacts", PartLink("contact"));
        await officer.LookAsync("contacts");
        await officer.SendAsync(PartLink("contact"));
        await officer.FillAsync("reason", office.View.Language == "en" ? "Which village? The address names two" : "住址写了两个村，先核实");
        await officer.LookAsync("contact-handing-back");
        await officer.SendAsync("form[action$='/decline'] button");
        await officer.LookAsync("contacts-handed-back");

        await clerk.UntilAsync(CasePage, "form:has(input[name=action][value=reroute])");
        await clerk.LookAsync("case-handed-back");
        await clerk.GoAsync("/m/one-window/queues");
        await clerk.LookAsync("counter-queue");
        await clerk.GoAsync("/residents");
        await clerk.LookAsync("counter-follow-up");
        await SearchAsync(clerk, elder.Name);
        await clerk.SendAsync($"#results a[data-up-row]:text-is('{elder.Name}')");
        await clerk.LookAsync("resident-with-case");
        await clerk.ShowAsync("counter");
        await clerk.GoAsync(CasePage);
        await clerk.ChooseAsync("route", "contact|party-building");
        await clerk.Find("#reroute-words").FillAsync(office.View.Language == "en" ? "Lingqiao, checked" : "已核实，是凌桥");
        await clerk.SendAsync("form:has(input[name=action][value=reroute]) button");
        await clerk.LookAsync("case-sent-again");
    }

    private async Task ContactAsync()
    {
        var officer = await office.AtAsync("party-officer");
        await officer.UntilAsync("/m/party-building/contacts", PartLink("contact"));
        await officer.SendAsync(PartLink("contact"));
        await officer.LookAsync("contact");
        var page = officer.Page.Url;
        await officer.SendAsync("form[action$='/take'] button");
        await officer.GoAsync(page);
        await officer.LookAsync("contact-taken");
        await officer.Find("select[name=member]").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await officer.FillAsync("visits", "2");
        await officer.SendAsync("form[action$='/answer'] button");
        await officer.GoAsync(page);
        await officer.LookAsync("contact-answered");
    }

    private async Task PairAsync()
    {
        var organiser = await office.AtAsync("volunteer-organiser");
        await organiser.UntilAsync("/m/volunteering/pairings", PartLink("pair"));
        await organiser.LookAsync("pairings");
        await organiser.SendAsync(PartLink("pair"));
        var page = organiser.Page.Url;
        await organiser.SendAsync("form[action$='/take'] button");
        await organiser.GoAsync(page);
        await organiser.LookAsync("pairing");
        var offered = await organiser.Find("input[name=volunteer]").EvaluateAllAsync<Guid[]>("inputs => inputs.map(input => input.value)");
        (_volunteer, _member) = await office.VolunteerOfThePartyAsync(offered);
        await organiser.TickAsync("volunteer", _volunteer.ToString());
        await organiser.SendAsync("form[action$='/answer'] button");
        await organiser.GoAsync(page);
        await organiser.LookAsync("pairing-answered");
    }

    private async Task ReviewAsync()
    {
        var reviewer = await office.AtAsync("civil-affairs");
        await reviewer.UntilAsync("/m/one-window/queues", PartLink("eligibility"));
        await reviewer.LookAsync("department-queue");
        await reviewer.SendAsync(PartLink("eligibility"));
        await reviewer.SendAsync("form[action$='/take'] button");
        await reviewer.GoAsync($"/m/one-window/parts/{_number}~eligibility~1");
        await reviewer.LookAsync("eligibility");
        await reviewer.TickAsync("opinion", "agreed");
        await reviewer.FillAsync("a-checkedOn", Today);
        await reviewer.ShowAsync("department");
        await reviewer.SendAsync("form[action$='/answer'] button");
        await reviewer.LookAsync("department-queue-done");

        var clerk = await office.AtAsync("clerk");
        await clerk.GoAsync(CasePage);
        await clerk.LookAsync("case-held-by-the-head");

        var head = await office.AtAsync("civil-affairs-head");
        await head.GoAsync("/m/one-window/queues");
        await head.SendAsync(PartLink("eligibility"));
        await head.LookAsync("eligibility-head");
        await head.TickAsync("opinion", "agreed");
        await head.SendAsync("form[action$='/answer'] button");
    }

    private async Task DecideAsync()
    {
        var decider = await office.AtAsync("civil-affairs-decider");
        await decider.UntilAsync("/m/one-window/queues", $"a[href$='/cases/{_number}/decision']");
        await decider.LookAsync("decider-queue");
        await decider.SendAsync($"a[href$='/cases/{_number}/decision']");
        await decider.LookAsync("decision");
        await decider.TickAsync("outcome", "granted");
        await decider.SendAskedAsync("form:has(input[name=action][value=decide]) button", "#decide-ask");
        await decider.LookAsync("case-decided");
    }

    private async Task HandOverAsync(Desk clerk)
    {
        await clerk.GoAsync(CasePage);
        await clerk.LookAsync("case-to-issue");
        await ActAsync(clerk, "issue");
        await ActAsync(clerk, "deliver");
        await ActAsync(clerk, "close");
        await clerk.LookAsync("case-closed");
        await clerk.GoAsync($"{CasePage}/notices/zy");
        await clerk.LookAsync("document");
        Assert.Equal(1, await PaperAsync(clerk));
        await clerk.GoAsync($"{CasePage}/rating");
        await clerk.LookAsync("rating");
        await clerk.TickAsync("rating", "1");
        await clerk.SendAsync("form[action$='/rating'] button");
        await clerk.LookAsync("rated");
    }

    private async Task HoursAsync()
    {
        var worker = await office.AtAsync("community-worker");
        await worker.GoAsync($"/m/volunteering/volunteers/{_volunteer}");
        await worker.Find("select[name=for]").SelectOptionAsync(await worker.Find($"select[name=for] option[value*='{_number}']").GetAttributeAsync("value") ?? "");
        await worker.FillAsync("day", Formatted(Office.Today.AddDays(-1)));
        await worker.FillAsync("from", $"{hour:00}:30");
        await worker.FillAsync("minutes", "45");
        await worker.FillAsync("content", "陪同就医");
        await worker.LookAsync("hours-proposing");
        await worker.SendAsync("form[action$='/hours'] button");
        await worker.LookAsync("hours-proposed");

        var organiser = await office.AtAsync("volunteer-organiser");
        await organiser.GoAsync("/m/volunteering/hours");
        await organiser.LookAsync("hours-to-confirm");
        await organiser.SendAsync($"tr:has-text('{_number}') button[value=confirm]");
        await organiser.GoAsync("/m/volunteering/hours?status=confirmed");
        await organiser.SendAsync($"tr:has-text('{_number}') button[value=lock]");
        await organiser.GoAsync("/m/volunteering/hours?status=locked");
        await organiser.LookAsync("hours-locked");

        var officer = await office.AtAsync("party-officer");
        await officer.UntilAsync($"/m/party-building/members/{_member}", $"tr:has-text('{_number}')");
        await officer.LookAsync("member-with-hours");
    }

    private async Task AdministerAsync()
    {
        var administrator = await office.AtAsync("system-officer");
        await administrator.GoAsync("/");
        await administrator.LookAsync("admin");
        await administrator.ShowAsync("operator");
        await administrator.GoAsync("/admin/modules");
        await administrator.LookAsync("admin-modules");
        await administrator.GoAsync("/admin/jobs");
        await administrator.SendAsync("form[action^='/admin/jobs/'][action$='/run'] button");
        await administrator.LookAsync("admin-jobs");
        await administrator.GoAsync("/admin/exchange");
        await administrator.SendAsync("form[action^='/admin/exchange/'][action$='/run'] button");
        await administrator.LookAsync("admin-exchange");
        await administrator.GoAsync("/admin/requests");
        await administrator.LookAsync("admin-requests");
    }

    private static string Formatted(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Task ActAsync(Desk clerk, string action) => clerk.SendAsync($"form:has(input[name=action][value={action}]) button");

    private string PartLink(string part) => $"a[href*='/parts/{_number}~{part}~']";

    // Printed, a paper is one page.
    private static async Task<int> PaperAsync(Desk clerk) => Regex.Count(System.Text.Encoding.Latin1.GetString(await clerk.Page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true })), @"/Type\s*/Page\b(?!s)");

    // wáng xiù lán → wang, xiu, lan
    private static IReadOnlyList<string> Plain(string pinyin) =>
    [
        .. string.Concat(pinyin.ToLowerInvariant().Normalize(System.Text.NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries),
    ];

    [GeneratedRegex("/cases/(?<number>[0-9R]{24})/receipt")]
    private static partial Regex Number();
}
