using Microsoft.Playwright;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Browser.Tests.Story;

/// <summary>Somebody fills in a form, is signed out meanwhile, and sends it all the same.</summary>
[Collection(ActsTown.Name)]
public sealed class ExpiredSignInTests(BrowserFixture browser)
{
    private const string User = "volunteer-organiser", Page = "/m/volunteering/activities";

    [Theory]
    [InlineData("zh-Hans", true)]
    [InlineData("en", false)]
    public async Task What_was_typed_outlives_the_session(string language, bool script)
    {
        Chromium.Needed();
        await using var office = new Office(browser, new View(language, Script: script));
        var desk = await office.AtAsync(User);
        await desk.GoAsync(Page);
        var title = $"重阳慰问 {language}";
        await desk.FillAsync("title", title);
        await desk.ChooseAsync("region", await desk.Find("main select[name=region] option").Last.GetAttributeAsync("value") ?? "");
        await desk.FillAsync("place", "高河镇养老服务中心");
        await desk.FillAsync("day", Office.Today.AddDays(3).ToString("yyyy-MM-dd", null));
        await desk.FillAsync("from", "9:00");
        await desk.FillAsync("until", "11:00");
        await desk.FillAsync("places", "12");
        await SignedOutAsync();

        await desk.Find($"form[action='{Page}'] button:not([type=button])").First.ClickAsync();
        await Assertions.Expect(desk.Find("main input[name=password]")).ToBeVisibleAsync();
        desk.Forgive("401");
        await desk.LookAsync("expired");
        await desk.FillAsync("user", User);
        await desk.FillAsync("password", browser.Platform.PasswordOf(User));
        await desk.SendAsync("form[action='/sign-in'] button:not([type=button])");
        await desk.LookAsync("kept");
        await desk.SendAsync($"form[action='{Page}'] button:not([type=button])");

        await desk.GoAsync(Page);
        await Assertions.Expect(desk.Find($"main th:has-text('{title}')")).ToHaveCountAsync(1);
    }

    // The newest session of a person ends the oldest.
    private async Task SignedOutAsync()
    {
        for (var elsewhere = 0; elsewhere < 2; elsewhere++) (await DemoBrowser.SignInAsync(browser.Platform, User, TestContext.Current.CancellationToken)).Dispose();
    }
}
