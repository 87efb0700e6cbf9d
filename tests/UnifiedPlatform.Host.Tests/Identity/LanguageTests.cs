using System.Net;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Host.Tests.Identity;

public sealed class LanguageTests(QuietTown town) : IClassFixture<QuietTown>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_language_a_person_chose_is_there_on_the_next_machine_and_nobody_elses()
    {
        using (var first = await DemoBrowser.SignInAsync(town.Platform, "steward", Cancelled))
        {
            Assert.Contains("lang=\"zh-CN\"", await first.PageAsync("/residents", Cancelled), StringComparison.Ordinal);
            using var answer = await first.SubmitAsync("/residents", "/language", new() { ["language"] = "en" }, Cancelled);
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
            Assert.Contains("lang=\"en\"", await first.PageAsync("/residents", Cancelled), StringComparison.Ordinal);
        }

        using var next = await DemoBrowser.SignInAsync(town.Platform, "steward", Cancelled);
        using var other = await DemoBrowser.SignInAsync(town.Platform, "clerk", Cancelled);

        Assert.Contains("lang=\"en\"", await next.PageAsync("/residents", Cancelled), StringComparison.Ordinal);
        Assert.Contains("lang=\"zh-CN\"", await other.PageAsync("/residents", Cancelled), StringComparison.Ordinal);
    }
}
