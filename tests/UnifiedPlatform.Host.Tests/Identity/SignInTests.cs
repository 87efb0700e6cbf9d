using System.Net;
using UnifiedPlatform.Host.Identity.SignIn;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Host.Tests.Identity;

public sealed class SignInTests(QuietTown town) : IClassFixture<QuietTown>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_signs_in_and_out_and_the_old_cookie_is_worthless()
    {
        using var person = await DemoBrowser.SignInAsync(town.Platform, "steward", Cancelled);
        var cookie = person.Cookie("__Host-up");
        using var before = await person.Client.GetAsync(new Uri("/step-up", UriKind.Relative), Cancelled);

        using var left = await person.SubmitAsync("/step-up", "/sign-out", [], Cancelled);

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.Equal("\"cache\", \"storage\"", left.Headers.GetValues("Clear-Site-Data").Single());
        Assert.Equal(HttpStatusCode.SeeOther, await StatusAsync("/step-up", cookie));
    }

    [Fact]
    public async Task Wrong_unknown_and_locked_look_the_same()
    {
        var wrong = await RefusalAsync("social-worker", "not-the-password");
        var unknown = await RefusalAsync("nobody-here", "not-the-password");

        Assert.Equal(wrong, unknown);
        for (var i = 0; i < 5; i++) await RefusalAsync("social-worker", "not-the-password");
        Assert.Equal(wrong, await RefusalAsync("social-worker", town.Platform.PasswordOf("social-worker")));
    }

    [Fact]
    public async Task Five_failures_lock_the_pair_for_a_quarter_of_an_hour_but_not_the_known_browser()
    {
        using var known = await DemoBrowser.SignInAsync(town.Platform, "party-officer", Cancelled);
        for (var i = 0; i < 5; i++) await RefusalAsync("party-officer", "not-the-password");

        using (var stranger = DemoBrowser.Visit(town.Platform))
        using (var refused = await SubmitAsync(stranger, "party-officer")) Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        using (var accepted = await SubmitAsync(known, "party-officer")) Assert.Equal(HttpStatusCode.SeeOther, accepted.StatusCode);

        town.Clock.Now += TimeSpan.FromMinutes(16);
        using (var stranger = DemoBrowser.Visit(town.Platform))
        using (var accepted = await SubmitAsync(stranger, "party-officer")) Assert.Equal(HttpStatusCode.SeeOther, accepted.StatusCode);
    }

    [Fact]
    public async Task An_idle_session_ends_and_a_busy_one_ends_after_its_longest_life()
    {
        using var idle = await DemoBrowser.SignInAsync(town.Platform, "community-worker", Cancelled);
        town.Clock.Now += TimeSpan.FromMinutes(21);
        Assert.Equal(HttpStatusCode.SeeOther, await StatusAsync("/step-up", idle.Cookie("__Host-up")));

        using var busy = await DemoBrowser.SignInAsync(town.Platform, "community-worker", Cancelled);
        for (var hour = 0; hour < 40; hour++)
        {
            Assert.Equal(HttpStatusCode.OK, await StatusAsync("/step-up", busy.Cookie("__Host-up")));
            town.Clock.Now += TimeSpan.FromMinutes(15);
        }
        town.Clock.Now += TimeSpan.FromMinutes(1);
        Assert.Equal(HttpStatusCode.SeeOther, await StatusAsync("/step-up", busy.Cookie("__Host-up")));
    }

    [Fact]
    public async Task The_newest_session_of_an_officer_ends_the_one_before()
    {
        using var first = await DemoBrowser.SignInAsync(town.Platform, "system-officer", Cancelled);
        using var second = await DemoBrowser.SignInAsync(town.Platform, "system-officer", Cancelled);

        Assert.Equal(HttpStatusCode.SeeOther, await StatusAsync("/step-up", first.Cookie("__Host-up")));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/step-up", second.Cookie("__Host-up")));
    }

    [Fact]
    public async Task Grants_are_changed_only_after_a_fresh_proof()
    {
        using var officer = await DemoBrowser.SignInAsync(town.Platform, "security-officer", Cancelled);
        var clerk = await town.AccountAsync("clerk", Cancelled);
        var page = $"/admin/accounts/{clerk}";
        town.Clock.Now += TimeSpan.FromMinutes(6);

        using var late = await officer.SubmitAsync(page, page + "/grants", new() { ["role"] = "CW", ["regions"] = "340822100001" }, Cancelled);
        using var proved = await officer.SubmitAsync("/step-up?returnUrl=" + page, "/step-up", new() { ["password"] = town.Platform.PasswordOf("security-officer") }, Cancelled);
        using var done = await officer.SubmitAsync(page, page + "/grants", new() { ["role"] = "CW", ["regions"] = "340822100001" }, Cancelled);

        Assert.StartsWith("/step-up", late.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Equal(page, proved.Headers.Location?.OriginalString);
        Assert.Equal(page, done.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Sign_in_leads_to_this_site_only()
    {
        using var person = DemoBrowser.Visit(town.Platform);

        using var answer = await person.SubmitAsync("/sign-in?returnUrl=//elsewhere.example", "/sign-in", new() { ["user"] = "clerk", ["password"] = town.Platform.PasswordOf("clerk"), ["returnUrl"] = "//elsewhere.example" }, Cancelled);

        Assert.Equal("/", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public void Addresses_are_counted_by_network()
    {
        Assert.Equal(LockOut.Network(IPAddress.Parse("10.1.2.3")), LockOut.Network(IPAddress.Parse("::ffff:10.1.2.77")));
        Assert.NotEqual(LockOut.Network(IPAddress.Parse("10.1.2.3")), LockOut.Network(IPAddress.Parse("10.1.3.3")));
        Assert.Equal(LockOut.Network(IPAddress.Parse("2001:db8:1:2::1")), LockOut.Network(IPAddress.Parse("2001:db8:1:2:ffff::9")));
    }

    private async Task<string> RefusalAsync(string user, string password)
    {
        using var stranger = DemoBrowser.Visit(town.Platform);
        using var answer = await stranger.SubmitAsync("/sign-in", "/sign-in", new() { ["user"] = user, ["password"] = password }, Cancelled);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync(Cancelled);
        var from = page.IndexOf("class=\"up-errors\"", StringComparison.Ordinal);
        return page[from..page.IndexOf("</section>", from, StringComparison.Ordinal)];
    }

    private Task<HttpResponseMessage> SubmitAsync(DemoBrowser browser, string user) =>
        browser.SubmitAsync("/sign-in", "/sign-in", new() { ["user"] = user, ["password"] = town.Platform.PasswordOf(user) }, Cancelled);

    private async Task<HttpStatusCode> StatusAsync(string path, string? cookie)
    {
        using var client = town.Platform.Anonymous();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Cookie", "__Host-up=" + cookie);
        using var answer = await client.SendAsync(request, Cancelled);
        return answer.StatusCode;
    }
}
