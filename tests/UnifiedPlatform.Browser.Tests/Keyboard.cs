using Microsoft.Playwright;

namespace UnifiedPlatform.Browser.Tests;

/// <summary>Somebody without a mouse: at every stop the focus must be seen.</summary>
internal sealed class Keyboard(IPage page)
{
    private const int FarthestStop = 120;

    /// <summary>What is wrong with the focus as it is shown now; empty: nothing, <c>end</c>: nothing has the focus.</summary>
    public Task<string> RingAsync() => page.EvaluateAsync<string>(
        """
        () => {
          const el = document.activeElement, style = getComputedStyle(el), box = el.getBoundingClientRect();
          if (el === document.body) return 'end';
          const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
          const wide = parseFloat(style.outlineWidth) >= 3 && style.outlineStyle !== 'none' || el.classList.contains('up-skip') || el.closest('.up-quick');
          return inside && wide ? '' : `${el.outerHTML.slice(0, 120)} ${style.outline} ${box.top}`;
        }
        """);

    /// <summary>Presses Tab until something has the focus.</summary>
    public async Task TabToAsync(string selector)
    {
        for (var stop = 0; stop < FarthestStop; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            var ring = await RingAsync();
            if (ring == "end") continue;
            Assert.Equal("", ring);
            if (await HasFocusAsync(selector)) return;
        }
        Assert.Fail($"Tab never came to {selector} on {page.Url}.");
    }

    /// <summary>Tabs to a field and types.</summary>
    public async Task FillAsync(string selector, string text)
    {
        await TabToAsync(selector);
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Tabs to a group of radio buttons and chooses one of them with the arrow keys.</summary>
    public async Task ChooseAsync(string name, string value)
    {
        await TabToAsync($"input[name='{name}']");
        await page.Keyboard.PressAsync("Space");
        for (var step = 0; step < FarthestStop && !await HasFocusAsync($"input[value='{value}']:checked"); step++) await page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal("", await RingAsync());
    }

    /// <summary>Tabs to a list and chooses with the arrow keys.</summary>
    public async Task SelectAsync(string selector, string value)
    {
        await TabToAsync(selector);
        await page.Keyboard.PressAsync("Home");
        for (var step = 0; step < FarthestStop && await page.InputValueAsync(selector) != value; step++) await page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal(value, await page.InputValueAsync(selector));
    }

    private Task<bool> HasFocusAsync(string selector) => page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector);
}
