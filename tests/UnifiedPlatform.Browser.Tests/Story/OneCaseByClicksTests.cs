namespace UnifiedPlatform.Browser.Tests.Story;

/// <summary>The whole story of one case in the browser, in both languages, with the script and without it.</summary>
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
        await new OneCase(office, Office.Elder(form), 8 + form).TellAsync();
    }
}
