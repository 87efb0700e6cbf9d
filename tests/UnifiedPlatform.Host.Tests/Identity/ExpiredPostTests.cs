using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Host.Identity.Data;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Host.Tests.Identity;

/// <summary>A form sent after the session has ended comes back after the sign-in, to its author only.</summary>
public sealed class ExpiredPostTests(QuietTown town) : IClassFixture<QuietTown>
{
    private const string Reason = "替班：周一至周五 <b>\"A&B\"</b>";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_typed_is_sent_after_signing_in_again_even_by_way_of_a_wrong_password()
    {
        using var late = await LateAsync();
        var asked = await late.Answer.Content.ReadAsStringAsync(Cancelled);
        Assert.Equal(HttpStatusCode.Unauthorized, late.Answer.StatusCode);
        Assert.DoesNotContain("周一", asked, StringComparison.Ordinal);

        using var wrong = await AnswerAsync(late.Person, asked, "security-officer", "not-the-password");
        var askedAgain = await wrong.Content.ReadAsStringAsync(Cancelled);
        using var right = await AnswerAsync(late.Person, askedAgain, "security-officer");
        var fields = DemoBrowser.HiddenFields(await right.Content.ReadAsStringAsync(Cancelled), late.Action);
        using var done = await PostAsync(late.Person, late.Action, fields);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK, HttpStatusCode.SeeOther), (wrong.StatusCode, right.StatusCode, done.StatusCode));
        Assert.Equal(Reason, fields["reason"]);
        Assert.Equal(1, await GrantsAsync(late.Region));
    }

    [Fact]
    public async Task Nobody_else_gets_it()
    {
        using var late = await LateAsync();

        using var other = await AnswerAsync(late.Person, await late.Answer.Content.ReadAsStringAsync(Cancelled), "clerk");

        Assert.Equal((HttpStatusCode.SeeOther, $"/admin/accounts/{late.Clerk}"), (other.StatusCode, other.Headers.Location?.OriginalString));
        Assert.Equal(0, await GrantsAsync(late.Region));
    }

    [Fact]
    public async Task After_half_an_hour_it_is_gone()
    {
        using var late = await LateAsync();
        town.Clock.Now += TimeSpan.FromMinutes(30);

        using var signedIn = await AnswerAsync(late.Person, await late.Answer.Content.ReadAsStringAsync(Cancelled), "security-officer");

        Assert.Equal(HttpStatusCode.SeeOther, signedIn.StatusCode);
    }

    [Theory]
    [InlineData("_form", "forged")]
    [InlineData("reason", null)] // larger than is kept
    [InlineData("new-password", "Never-handed-back-1")]
    public async Task What_is_not_ours_too_large_or_holds_a_password_is_not_kept(string field, string? value)
    {
        using var late = await LateAsync((field, value ?? new string('长', 100_000)));

        Assert.Equal(HttpStatusCode.SeeOther, late.Answer.StatusCode);
    }

    [Fact]
    public async Task A_page_of_another_site_keeps_nothing()
    {
        using var late = await LateAsync(site: "cross-site");

        Assert.Equal(HttpStatusCode.SeeOther, late.Answer.StatusCode);
    }

    // An officer grants a role of a region nobody else of these tests uses, but the session ends before it is sent.
    private async Task<Late> LateAsync((string Name, string Value)? also = null, string site = "same-origin")
    {
        var person = await DemoBrowser.SignInAsync(town.Platform, "security-officer", Cancelled);
        var clerk = await town.AccountAsync("clerk", Cancelled);
        var (page, action, region) = ($"/admin/accounts/{clerk}", $"/admin/accounts/{clerk}/grants", $"34082210{Random.Shared.Next(1000, 10_000)}");
        var fields = DemoBrowser.HiddenFields(await person.PageAsync(page, Cancelled), action);
        (fields["role"], fields["regions"], fields["reason"]) = ("CW", region, Reason);
        if (also is var (name, value)) fields[name] = value;
        town.Clock.Now += TimeSpan.FromMinutes(16);
        return new Late(person, clerk.Value, action, region, await PostAsync(person, action, fields, town.Platform.Address + page[1..], site));
    }

    private Task<HttpResponseMessage> AnswerAsync(DemoBrowser person, string page, string user, string? password = null)
    {
        var fields = DemoBrowser.HiddenFields(page, "/sign-in");
        (fields["user"], fields["password"]) = (user, password ?? town.Platform.PasswordOf(user));
        return PostAsync(person, "/sign-in", fields);
    }

    private static async Task<HttpResponseMessage> PostAsync(DemoBrowser person, string action, Dictionary<string, string> fields, string? from = null, string site = "same-origin")
    {
        using var content = new FormUrlEncodedContent(fields);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(action, UriKind.Relative)) { Content = content };
        request.Headers.Add("Sec-Fetch-Site", site);
        if (from is not null) request.Headers.Referrer = new Uri(from);
        return await person.Client.SendAsync(request, Cancelled);
    }

    private async Task<int> GrantsAsync(string region)
    {
        await using var scope = town.Platform.Services.CreateAsyncScope();
        var grants = await scope.ServiceProvider.GetRequiredService<IdentityDbContext>().Grants.AsNoTracking().ToListAsync(Cancelled);
        return grants.Count(grant => grant.Regions.Contains(region, StringComparison.Ordinal));
    }

    private sealed record Late(DemoBrowser Person, Guid Clerk, string Action, string Region, HttpResponseMessage Answer) : IDisposable
    {
        public void Dispose()
        {
            Answer.Dispose();
            Person.Dispose();
        }
    }
}
