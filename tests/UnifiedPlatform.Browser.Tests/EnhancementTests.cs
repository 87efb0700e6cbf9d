using Microsoft.Playwright;

namespace UnifiedPlatform.Browser.Tests;

/// <summary>The script's promises on the components page, under the shipped content policy.</summary>
[Collection(PagesTown.Name)]
public sealed class EnhancementTests(BrowserFixture browser)
{
    [Fact]
    public async Task The_shortcut_opens_the_help_with_the_keys_of_the_page()
    {
        Chromium.Needed();
        await using var visit = await browser.OpenAsync();
        await visit.GoAsync("/_components");

        await visit.Page.Keyboard.PressAsync("Shift+F1");

        await Assertions.Expect(visit.Page.Locator("#up-keys")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator("#up-keys dt").Filter(new() { HasText = "F8" })).ToHaveCountAsync(1);
        await visit.MustBeSoundAsync();
    }

    [Fact]
    public async Task A_dangerous_button_asks_first_and_gives_the_focus_back()
    {
        Chromium.Needed();
        await using var visit = await browser.OpenAsync();
        await visit.GoAsync("/_components");
        var button = visit.Page.Locator("[data-up-confirm=dlg-delete]");

        await button.ClickAsync();
        await Assertions.Expect(visit.Page.Locator("#dlg-delete")).ToBeVisibleAsync();
        await visit.MustBeSoundAsync();
        await visit.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(visit.Page.Locator("#dlg-delete")).ToBeHiddenAsync();
        await Assertions.Expect(button).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_lost_post_keeps_page_text_and_key_and_can_be_sent_again()
    {
        Chromium.Needed();
        await using var visit = await browser.OpenAsync();
        await visit.GoAsync("/_components");
        var key = await visit.Page.InputValueAsync("#demo input[name=_key]");
        await visit.Page.FillAsync("#note", "typed text");
        await visit.Page.RouteAsync("**/_components", route => route.AbortAsync());

        await visit.Page.Keyboard.PressAsync("F8");

        await Assertions.Expect(visit.Page.Locator("#demo [data-up-lost]")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator("#demo [data-up-lost]")).ToBeFocusedAsync();
        Assert.Equal("typed text", await visit.Page.InputValueAsync("#note"));
        Assert.Equal(key, await visit.Page.InputValueAsync("#demo input[name=_key]"));

        await visit.Page.UnrouteAsync("**/_components");
        var answer = await visit.Page.RunAndWaitForResponseAsync(() => visit.Page.Keyboard.PressAsync("F8"), response => response.Request.Method == "POST");
        Assert.Equal(303, answer.Status);
    }

    [Fact]
    public async Task Display_and_language_change_at_once_with_script_and_by_posting_without()
    {
        Chromium.Needed();
        await using (var visit = await browser.OpenAsync())
        {
            await visit.GoAsync("/_components");
            await visit.Page.Locator("summary").Filter(new() { HasText = "显示" }).ClickAsync();
            await visit.Page.Locator("[data-up-set='theme=dark']").ClickAsync();
            Assert.Equal("dark", await visit.Page.GetAttributeAsync("html", "data-theme"));
            await visit.Page.ReloadAsync();
            Assert.Equal("dark", await visit.Page.GetAttributeAsync("html", "data-theme"));
        }
        await using var plain = await browser.OpenAsync(view: new View(Script: false));
        await plain.GoAsync("/_components");
        await plain.Page.Locator("button[name=language]").ClickAsync();
        await Assertions.Expect(plain.Page.Locator("h1")).ToHaveTextAsync("Components and states");
        Assert.EndsWith("/_components", plain.Page.Url, StringComparison.Ordinal);
        await plain.Page.Locator("summary").Filter(new() { HasText = "Display" }).ClickAsync();
        await plain.Page.Locator("button[name=type][value=large]").ClickAsync();
        await Assertions.Expect(plain.Page.Locator("html")).ToHaveAttributeAsync("data-type", "large");
    }

    [Fact]
    public async Task Arrow_keys_move_between_the_rows_of_a_table()
    {
        Chromium.Needed();
        await using var visit = await browser.OpenAsync();
        await visit.GoAsync("/_components");
        var rows = visit.Page.Locator("#results [data-up-row]");

        await rows.Nth(0).FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(rows.Nth(1)).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(rows.Nth(0)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task On_every_tab_stop_the_ring_is_three_pixels_wide_and_in_view()
    {
        Chromium.Needed();
        await using var visit = await browser.OpenAsync();
        await visit.GoAsync("/_components");
        await visit.Page.EvaluateAsync("() => document.activeElement.blur()");

        var keys = new Keyboard(visit.Page);
        for (var stop = 0; stop < 60; stop++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            var ring = await keys.RingAsync();
            if (ring == "end") return;
            Assert.Equal("", ring);
        }
    }
}
