using Microsoft.Playwright;

namespace UnifiedPlatform.Browser.Tests.Story;

/// <summary>One person at a browser: goes, fills, sends, and everything shown on the way is looked at and kept as a picture.</summary>
internal sealed class Desk(Visit visit, Album album, View view) : IAsyncDisposable
{
    private const float Patience = 30_000;

    public IPage Page => visit.Page;

    public ILocator Find(string selector) => Page.Locator(selector);

    public async Task GoAsync(string path, int expected = 200) => await visit.GoAsync(path, expected);

    /// <summary>Clicks what leads to another page, and waits for that page.</summary>
    public Task SendAsync(string selector) => ThenLoadedAsync(selector, () => Find(selector).First.ClickAsync(new LocatorClickOptions { Timeout = Patience }));

    /// <summary>Sends what asks first: with script in a dialog, without it at once.</summary>
    public async Task SendAskedAsync(string selector, string dialog)
    {
        if (!view.Script)
        {
            await SendAsync(selector);
            return;
        }
        await Find(selector).First.ClickAsync();
        await Assertions.Expect(Find(dialog)).ToBeVisibleAsync();
        await SendAsync($"{dialog} button[value=yes]");
    }

    /// <summary>Sends what is refused: the page comes back with a list of what to change.</summary>
    public async Task SendRefusedAsync(string selector)
    {
        await Find(selector).First.ClickAsync();
        await Assertions.Expect(Find(".up-errors")).ToBeVisibleAsync();
        visit.Forgive("422");
        visit.Forgive("409");
    }

    /// <summary>Presses a key that leads to another page, and waits for that page.</summary>
    public Task PressAsync(string key) => ThenLoadedAsync(key, () => Page.Keyboard.PressAsync(key));

    public Task FillAsync(string name, string value) => Find($"main [name='{name}']").FillAsync(value);

    public Task ChooseAsync(string name, params string[] values) => Find($"main select[name='{name}']").SelectOptionAsync(values);

    public async Task TickAsync(string name, params string[] values)
    {
        foreach (var value in values) await Find($"main input[name='{name}'][value='{value}']").CheckAsync();
    }

    /// <summary>Loads a page again until it shows something: what the exchange carries arrives after the commit, not with it.</summary>
    public async Task UntilAsync(string path, string selector)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(150));
        try
        {
            do await GoAsync(path);
            while (await Find(selector).CountAsync() == 0 && await pace.WaitForNextTickAsync(limit.Token));
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"{path} never showed {selector}; picture {await album.KeepAsync(visit, "waited in vain")}");
        }
    }

    /// <summary>The page must be sound in this view; it is kept.</summary>
    public async Task LookAsync(string name)
    {
        await album.KeepAsync(visit, name);
        // Axe takes most of the time: without script the pages are the same in both languages but for their words.
        await visit.MustBeSoundAsync($"{name} {view}", axe: view.Script || view.Language != "en");
        if (view.Language == "en") Assert.Equal("", await visit.ChineseLabelsAsync());
    }

    /// <summary>Forgets complaints that were expected.</summary>
    public void Forgive(string part) => visit.Forgive(part);

    /// <summary>A picture for the README, when told to renew them.</summary>
    public Task ShowAsync(string name) => album.ShowAsync(Page, name);

    public ValueTask DisposeAsync() => visit.DisposeAsync();

    private async Task ThenLoadedAsync(string what, Func<Task> act)
    {
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Done(object? sender, IPage page) => loaded.TrySetResult();
        Page.Load += Done;
        try
        {
            await act();
            await loaded.Task.WaitAsync(TimeSpan.FromMilliseconds(Patience), TestContext.Current.CancellationToken);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"{what} on {Page.Url} led nowhere; picture {await album.KeepAsync(visit, "stuck")}:\n{await Find("main").InnerTextAsync()}");
        }
        finally
        {
            Page.Load -= Done;
        }
    }
}
