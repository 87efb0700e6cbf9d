namespace UnifiedPlatform.Browser.Tests;

/// <summary>Every page in both languages, both themes, both type sizes, on a desk and on a phone.</summary>
public sealed class PageMatrixTests(BrowserFixture browser)
{
    /// <summary>Name, account (empty: nobody), path, whether in every combination or in a few.</summary>
    public static TheoryData<string, string, string, bool> Pages => new()
    {
        { "components", "", "/_components", true },
        { "paper", "", "/_components/paper", false },
        { "slip", "", "/_components/slip", false },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_sound_in_every_view(string name, string user, string path, bool every)
    {
        Chromium.Needed();
        foreach (var view in every ? View.All : View.Few)
        {
            await using var visit = await browser.OpenAsync(user.Length == 0 ? null : user, view);
            await visit.GoAsync(path);
            await visit.MustBeSoundAsync();
            await visit.PictureAsync($"{name}-{view}");
        }
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
