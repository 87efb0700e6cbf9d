using System.Globalization;
using Microsoft.Playwright;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Browser.Tests.Story;

/// <summary>Numbered pictures of a story, below <c>tests/.results/story</c>; told by <c>UNIFIED_PICTURES</c>, the README's too.</summary>
internal sealed class Album(string folder)
{
    private int _count;

    public Task<string> KeepAsync(Visit visit, string name) =>
        visit.PictureAsync($"{Interlocked.Increment(ref _count).ToString("00", CultureInfo.InvariantCulture)}-{name}", Path.Combine("story", folder));

    /// <summary>Renews a picture of the README when <c>UNIFIED_PICTURES=1</c>.</summary>
    public async Task ShowAsync(IPage page, string name)
    {
        if (folder != "zh-Hans" || Environment.GetEnvironmentVariable("UNIFIED_PICTURES") != "1") return;
        var before = page.ViewportSize!; // set when the tab was opened
        await page.SetViewportSizeAsync(1200, 760);
        await page.EvaluateAsync("() => { document.activeElement.blur(); scrollTo(0, 0); }");
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Checkout.Root, "host", "docs", "pictures", $"{name}.png"), Scale = ScreenshotScale.Css });
        await page.SetViewportSizeAsync(before.Width, before.Height);
    }
}
