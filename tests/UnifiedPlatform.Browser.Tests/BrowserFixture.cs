using Microsoft.Playwright;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Browser.Tests;

/// <summary>A demo host and a browser for the tests of a collection; accounts are signed in once.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    /// <summary>People of the town.</summary>
    public const int Residents = 60;

    private const float Patience = 20_000;

    private readonly Dictionary<string, string> _signedIn = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _signingIn = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private TestPlatform? _platform;

    /// <summary>The demo host.</summary>
    public TestPlatform Platform => _platform ?? throw new InvalidOperationException("There is no browser on this machine, so no host was started.");

    /// <summary>Opens a page as somebody, in a language, theme, type size and width.</summary>
    public async Task<Visit> OpenAsync(string? user = null, View? view = null)
    {
        view ??= new View();
        var context = await _browser!.NewContextAsync(Options(view, view.Script, user is null ? null : await SignInAsync(user)));
        await context.AddCookiesAsync([Choice("up-lang", view.Language), Choice("up-theme", view.Theme), Choice("up-type", view.Type)]);
        return new Visit(context, await context.NewPageAsync(), view.Script ? null : await (await _browser.NewContextAsync(Options(view, true, null))).NewPageAsync());
    }

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        if (Chromium.Path is not { } path) return;
        _platform = await TestPlatform.StartAsync(new TestPlatformOptions { Residents = Residents }, TestContext.Current.CancellationToken);
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = Chromium.Arguments });
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_platform is not null) await _platform.DisposeAsync();
        _signingIn.Dispose();
    }

    private BrowserNewContextOptions Options(View view, bool script, string? state) => new()
    {
        BaseURL = Platform.Address.ToString(),
        ViewportSize = new ViewportSize { Width = view.Width, Height = view.Height },
        Locale = view.Language == "en" ? "en-GB" : "zh-CN",
        TimezoneId = "Asia/Shanghai",
        ReducedMotion = ReducedMotion.Reduce,
        JavaScriptEnabled = script,
        StorageState = state,
    };

    private Cookie Choice(string name, string value) => new() { Name = name, Value = value, Url = Platform.Address.ToString() };

    private async Task<string> SignInAsync(string user)
    {
        await _signingIn.WaitAsync();
        try
        {
            if (_signedIn.TryGetValue(user, out var state) && await StillSignedInAsync(state)) return state;
            await using var context = await _browser!.NewContextAsync(new BrowserNewContextOptions { BaseURL = Platform.Address.ToString() });
            var page = await context.NewPageAsync();
            await page.GotoAsync("/sign-in");
            await page.FillAsync("input[name=user]", user);
            await page.FillAsync("input[name=password]", Platform.PasswordOf(user));
            await page.Locator("form[action='/sign-in'] button:not([type=button])").First.ClickAsync();
            await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
            return _signedIn[user] = await context.StorageStateAsync();
        }
        finally
        {
            _signingIn.Release();
        }
    }

    /// <summary>A later sign-in of the same account, or idle time, may have ended the session.</summary>
    private async Task<bool> StillSignedInAsync(string state)
    {
        await using var context = await _browser!.NewContextAsync(new BrowserNewContextOptions { BaseURL = Platform.Address.ToString(), StorageState = state });
        var answer = await context.APIRequest.GetAsync("/", new APIRequestContextOptions { MaxRedirects = 0 });
        return !answer.Headers.GetValueOrDefault("location", "").Contains("/sign-in", StringComparison.Ordinal);
    }
}
