using System.Globalization;
using Microsoft.Playwright;

namespace UnifiedPlatform.Browser.Tests.Story;

/// <summary>The clerk's way to the receipt and a department's way to its answer, without a mouse.</summary>
[Collection(ActsTown.Name)]
public sealed class KeyboardAloneTests(BrowserFixture browser)
{
    [Fact]
    public async Task From_sign_in_to_the_receipt_and_from_the_workbench_to_the_answer_keys_suffice()
    {
        Chromium.Needed();
        await using var office = new Office(browser, new View());
        var elder = Office.Elder(4);

        var clerk = await office.AtAsync("");
        var keys = new Keyboard(clerk.Page);
        await clerk.GoAsync("/sign-in");
        await Assertions.Expect(clerk.Find("[name=user]")).ToBeFocusedAsync();
        await clerk.Page.Keyboard.TypeAsync("clerk");
        await keys.FillAsync("[name=password]", browser.Platform.PasswordOf("clerk"));
        await clerk.PressAsync("Enter");

        // Entering picks a character in an input method; only the row that has the focus is opened by it.
        await Assertions.Expect(clerk.Find("main input[type=search]")).ToBeFocusedAsync();
        await clerk.Page.Keyboard.TypeAsync(elder.NationalId[^6..]);
        await Assertions.Expect(clerk.Find("#results a[data-up-row]")).ToHaveCountAsync(1);
        await clerk.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(clerk.Find("#results a[data-up-row]")).ToBeFocusedAsync();
        Assert.Equal("", await keys.RingAsync());
        await clerk.PressAsync("Enter");
        await clerk.PressAsync("F4");

        await keys.SelectAsync("select[name=item]", "home-care-visit");
        await clerk.PressAsync("F8");
        await keys.ChooseAsync("q-living", "alone");
        await keys.ChooseAsync("q-disabled", "no");
        await Assertions.Expect(clerk.Find("#materials tbody tr")).ToHaveCountAsync(1);
        await keys.ChooseAsync("f-care", "half");
        await keys.FillAsync("[name=f-hours]", "4");
        await clerk.PressAsync("F8");
        Assert.EndsWith("/receipt", clerk.Page.Url, StringComparison.Ordinal);
        await Assertions.Expect(clerk.Find("button[aria-keyshortcuts=F9]")).ToBeVisibleAsync();
        var number = new Uri(clerk.Page.Url).Segments[^2].TrimEnd('/');

        await AssessAsync(await office.AtAsync("social-worker"), number);
    }

    private static async Task AssessAsync(Desk worker, string number)
    {
        var keys = new Keyboard(worker.Page);
        await worker.UntilAsync("/m/social-linkage/assessments", $"a[href*='{number}']");
        await keys.TabToAsync($"a[data-up-row][href*='{number}']");
        await worker.PressAsync("Enter");
        await worker.PressAsync("F8");
        await keys.FillAsync("[name=visitedOn]", Office.Today.ToString("yyyyMMdd", CultureInfo.InvariantCulture));
        await keys.ChooseAsync("careLevel", "half");
        await keys.ChooseAsync("living", "alone");
        await keys.FillAsync("[name=score]", "55");
        await keys.FillAsync("[name=hoursPerWeek]", "4");
        await keys.TabToAsync("[name=services][value=meal]");
        await worker.Page.Keyboard.PressAsync("Space");
        await keys.ChooseAsync("suitable", "yes");
        await worker.PressAsync("F8");
        await worker.GoAsync($"/m/social-linkage/parts/{number}~assess~1");
        await Assertions.Expect(worker.Find("main")).ToContainTextAsync("55");
        await Assertions.Expect(worker.Find("form[action$='/answer']")).ToHaveCountAsync(0);
    }
}
