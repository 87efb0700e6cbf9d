using System.Net;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Host.Tests.Identity;

public sealed class RequestRatesTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_who_asks_too_much_waits_and_nobody_else_does()
    {
        var none = Directory.CreateTempSubdirectory("up-none-");
        await using var platform = await TestPlatform.StartAsync(
            new TestPlatformOptions { Modules = none.FullName, Residents = 1, WaitUntilReady = false, Arguments = ["--Security:PagesPerMinute=60"] }, Cancelled);
        using var hasty = await DemoBrowser.SignInAsync(platform, "clerk", Cancelled);
        using var other = await DemoBrowser.SignInAsync(platform, "steward", Cancelled);

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(async _ =>
        {
            using var answer = await hasty.Client.GetAsync(new Uri("/residents", UriKind.Relative), Cancelled);
            return (answer.StatusCode, Wait: answer.Headers.RetryAfter?.Delta, Text: await answer.Content.ReadAsStringAsync(Cancelled));
        }));

        var refused = answers.Where(answer => answer.StatusCode == HttpStatusCode.TooManyRequests).ToList();
        Assert.NotEmpty(refused);
        Assert.All(refused, answer => Assert.Contains("操作太频繁", answer.Text, StringComparison.Ordinal));
        Assert.All(refused, answer => Assert.Equal(TimeSpan.FromSeconds(1), answer.Wait));
        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        await other.PageAsync("/residents", Cancelled);
        using var nobody = platform.Anonymous();
        using var page = await nobody.GetAsync(new Uri("/sign-in", UriKind.Relative), Cancelled);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }
}
