namespace UnifiedPlatform.Browser.Tests.Story;

/// <summary>The whole story of one case in the browser, in both languages, with the script and without it.</summary>
[Collection(StoryTown.Name)]
public sealed class OneCaseByClicksTests(BrowserFixture browser)
{
    [Theory]
    [InlineData("zh-Hans", true)]
    [InlineData("en", true)]
    [InlineData("zh-Hans", false)]
    [InlineData("en", false)]
    public async Task One_case_is_clicked_from_the_search_to_the_party_members_hours(string language, bool script)
    {
        Chromium.Needed();
        await using var office = new Office(browser, new View(language, Width: 1366, Script: script));
        // Each form has an elder and an hour of its own, so that four cases stand beside each other in one town.
        var form = (language == "en" ? 1 : 0) + (script ? 0 : 2);
        var story = new OneCase(office, Office.Elder(form), 8 + form);
        await story.TellAsync();
        if (form == 0) await LookAtRecordsAsync(story);
    }

    // The page matrix opens pages without a record; those of a record are there only after a story.
    private async Task LookAtRecordsAsync(OneCase story)
    {
        foreach (var view in View.Few.Skip(1))
        foreach (var (person, path) in story.Records)
        {
            await using var visit = await browser.OpenAsync(person, view);
            await visit.GoAsync(path);
            await visit.PictureAsync($"{path.Split('?')[0].Split('~')[0].TrimStart('/')}-{view}", "records");
            await visit.MustBeSoundAsync($"{path} {view}");
        }
    }
}
