namespace UnifiedPlatform.Browser.Tests;

/// <summary>Every page in both languages, both themes, both type sizes, on a desk and on a phone.</summary>
[Collection(PagesTown.Name)]
public sealed class PageMatrixTests(BrowserFixture browser)
{
    /// <summary>Address and account of every page.</summary>
    public static TheoryData<string, string> Pages
    {
        get
        {
            var pages = new TheoryData<string, string>();
            foreach (var (path, user) in PageList.All) pages.Add(path, user);
            return pages;
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_sound_in_every_view(string path, string user)
    {
        Chromium.Needed();
        // The components page holds every part, so it is looked at in all sixteen views, the others in the four that differ most.
        foreach (var view in path == "/_components" ? View.All : View.Few)
        {
            await using var visit = await browser.OpenAsync(user.Length == 0 ? null : user, view);
            await visit.GoAsync(path);
            await visit.MustBeSoundAsync($"{path} {view}");
            await visit.PictureAsync($"{path}-{view}");
        }
    }

    [Fact]
    public async Task Without_script_every_page_shows_the_same_heading()
    {
        Chromium.Needed();
        foreach (var (path, user) in PageList.All)
        {
            await using var visit = await browser.OpenAsync(user.Length == 0 ? null : user, new View(Script: false));
            await visit.GoAsync(path);
            Assert.NotEmpty(await visit.Page.Locator("h1").InnerTextAsync());
        }
    }

    [Fact]
    public async Task A_page_somebody_may_not_open_says_what_is_missing()
    {
        Chromium.Needed();
        await using var visit = await browser.OpenAsync("clerk");
        await visit.GoAsync("/admin/modules", 403);
        visit.Forgive("403");
        await visit.MustBeSoundAsync();
        Assert.Contains("system.module.view", await visit.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await visit.PictureAsync("forbidden");
    }

    [Fact]
    public async Task An_unknown_page_is_a_page_too()
    {
        Chromium.Needed();
        foreach (var view in View.Few)
        {
            await using var visit = await browser.OpenAsync(view: view);
            await visit.GoAsync("/no-such-page", 404);
            visit.Forgive("404");
            await visit.MustBeSoundAsync();
            await visit.PictureAsync($"not-found-{view}");
        }
    }
}
