using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Host.Identity.SignIn;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Host.Tests.Identity;

public sealed class SetupTests
{
    private const string Password = "Veld-7-kraan-os";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_run_names_three_officers_who_activate_with_a_second_factor()
    {
        var clock = new MovableClock(new DateTimeOffset(2026, 9, 28, 1, 0, 0, TimeSpan.Zero));
        var empty = Directory.CreateTempSubdirectory("up-none-");
        await using var platform = await TestPlatform.StartAsync(
            new TestPlatformOptions { Demo = false, Modules = empty.FullName, Configure = builder => builder.Services.AddSingleton<TimeProvider>(clock) }, Cancelled);
        var token = await File.ReadAllTextAsync(Path.Combine(platform.Data, "setup-token"), Cancelled);
        using var visitor = DemoBrowser.Visit(platform);
        var officers = new Dictionary<string, string>
        {
            ["system-user"] = "sy", ["system-name"] = "甲", ["security-user"] = "se", ["security-name"] = "乙", ["audit-user"] = "au", ["audit-name"] = "丙",
        };

        using (var guessed = await visitor.SubmitAsync("/setup", "/setup", new(officers) { ["token"] = "guess" }, Cancelled)) Assert.Equal(HttpStatusCode.UnprocessableEntity, guessed.StatusCode);
        using (var one = await visitor.SubmitAsync("/setup", "/setup", new(officers) { ["token"] = token, ["audit-user"] = "sy" }, Cancelled)) Assert.Equal(HttpStatusCode.UnprocessableEntity, one.StatusCode);
        string[] links;
        using (var named = await visitor.SubmitAsync("/setup", "/setup", new(officers) { ["token"] = token }, Cancelled))
            links = [.. Regex.Matches(await named.Content.ReadAsStringAsync(Cancelled), "/activate/[A-Za-z0-9_-]{22}").Select(match => match.Value).Distinct()];

        Assert.Equal(3, links.Length);
        using (var closed = await visitor.Client.GetAsync(new Uri("/setup", UriKind.Relative), Cancelled)) Assert.Equal(HttpStatusCode.NotFound, closed.StatusCode);
        var seed = await ActivateAsync(visitor, links[0], clock);
        using (var used = await visitor.Client.GetAsync(new Uri(links[0], UriKind.Relative), Cancelled)) Assert.Equal(HttpStatusCode.NotFound, used.StatusCode);

        clock.Now += TimeSpan.FromMinutes(1);
        var code = TimeCodes.Code(seed, clock.Now.ToUnixTimeSeconds() / 30);
        Assert.Equal(HttpStatusCode.SeeOther, await SignInAsync(platform, code));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await SignInAsync(platform, code));
        empty.Delete();
    }

    private static async Task<string> ActivateAsync(DemoBrowser visitor, string link, MovableClock clock)
    {
        using (var plain = await visitor.SubmitAsync(link, link, new() { ["password"] = Password, ["again"] = Password }, Cancelled)) Assert.Equal(HttpStatusCode.UnprocessableEntity, plain.StatusCode);
        var html = await visitor.PageAsync(link, Cancelled);
        var seed = Regex.Match(html, "<code>([A-Z2-7]{32})</code>").Groups[1].Value;
        var hidden = Regex.Match(html, "name=\"seed\" value=\"([^\"]+)\"").Groups[1].Value;
        using var done = await visitor.SubmitAsync(link, link, new() { ["password"] = Password, ["again"] = Password, ["seed"] = hidden, ["code"] = TimeCodes.Code(seed, clock.Now.ToUnixTimeSeconds() / 30) }, Cancelled);
        Assert.Equal("/sign-in", done.Headers.Location?.OriginalString);
        return seed;
    }

    private static async Task<HttpStatusCode> SignInAsync(TestPlatform platform, string code)
    {
        using var officer = DemoBrowser.Visit(platform);
        using var first = await officer.SubmitAsync("/sign-in", "/sign-in", new() { ["user"] = "sy", ["password"] = Password }, Cancelled);
        var html = await first.Content.ReadAsStringAsync(Cancelled);
        var proved = Regex.Match(html, "name=\"proved\" value=\"([^\"]+)\"").Groups[1].Value;
        using var second = await officer.SubmitAsync("/sign-in", "/sign-in", new() { ["proved"] = proved, ["code"] = code }, Cancelled);
        return second.StatusCode;
    }
}
