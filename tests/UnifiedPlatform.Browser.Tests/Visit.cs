using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Browser.Tests;

/// <summary>A browser tab and everything it complained about.</summary>
public sealed class Visit : IAsyncDisposable
{
    private static readonly string Results = Path.Combine(Checkout.Root, "tests", ".results");
    private readonly IBrowserContext _context;
    private readonly IPage? _twin;
    private readonly List<string> _complaints = [];

    internal Visit(IBrowserContext context, IPage page, IPage? twin = null)
    {
        (_context, Page, _twin) = (context, page, twin);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") _complaints.Add(message.Text);
        };
        page.PageError += (_, error) => _complaints.Add(error);
    }

    /// <summary>The tab.</summary>
    public IPage Page { get; }

    /// <summary>Goes to a path and waits until the page is there; an answer of 400 or more fails unless it is the expected one.</summary>
    public async Task<IResponse> GoAsync(string path, int expected = 200)
    {
        var answer = await Page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        Assert.Equal(expected, answer!.Status);
        // A lost session would answer every page with the form to sign in, and every check would pass on that.
        var landed = new Uri(answer.Url);
        Assert.StartsWith(new Uri(landed, path).AbsolutePath, landed.AbsolutePath, StringComparison.Ordinal);
        return answer;
    }

    /// <summary>Everything that must hold on every page: no complaint, one h1, a title, no double id, no key instead of a text, no sideways scroll, no axe violation.</summary>
    public async Task<Visit> MustBeSoundAsync(string what = "", bool axe = true)
    {
        var page = await LookedAtAsync();
        var facts = await page.EvaluateAsync<PageFacts>(
            """
            () => {
              const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
              return {
                title: document.title,
                headings: document.querySelectorAll('h1').length,
                doubleIds: [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))],
                text: document.body.innerText,
                wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
              };
            }
            """);
        // Everything wrong with a page is told at once.
        List<string> wrong =
        [
            .. facts.Title.Length == 0 ? ["no title"] : Array.Empty<string>(),
            .. facts.Headings != 1 ? [$"{facts.Headings} h1"] : Array.Empty<string>(),
            .. facts.DoubleIds.Select(id => $"id {id} twice"),
            .. Regex.Matches(facts.Text, @"\[[a-z0-9-]+(\.[a-z0-9-]+)+\]").Select(match => $"text key {match.Value} shown"),
            .. facts.Wider > 0 ? [$"{facts.Wider} px wider than the window"] : Array.Empty<string>(),
            .. axe ? await ViolationsAsync(page) : [],
            .. _complaints,
        ];
        Assert.True(wrong.Count == 0, $"{what} {Page.Url}:\n{string.Join('\n', wrong)}");
        return this;
    }

    private static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        var result = await page.RunAxe(new AxeRunOptions
        {
            RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"] },
        });
        return [.. result.Violations.Select(violation => $"{violation.Id}: {string.Join("; ", violation.Nodes.Take(3).Select(node => node.Html))}")];
    }

    /// <summary>Labels that are Chinese on an English page: what the product says itself, not what people are called.</summary>
    public async Task<string> ChineseLabelsAsync() => await (await LookedAtAsync()).EvaluateAsync<string>(
        """
        () => [...document.querySelectorAll('th[scope=col], dt, label, legend, .up-label, button, summary, .up-hint, .up-source, .up-tag, h2, h3, .up-panel-foot')]
          .filter(e => !e.closest('[lang^=zh], .up-top, #q-hint'))
          .filter(e => /\p{Script=Han}/u.test([...e.childNodes].filter(n => n.nodeType === 3).map(n => n.data).join()))
          .map(e => e.outerHTML.slice(0, 200)).join('\n')
        """);

    /// <summary>Keeps a picture of the whole page under <c>tests/.results</c>.</summary>
    public async Task<string> PictureAsync(string name, string folder = "pages")
    {
        var path = Path.Combine(Results, folder, Regex.Replace(name, "[^A-Za-z0-9-]+", "-").Trim('-') + ".png");
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = path, FullPage = true });
        return path;
    }

    /// <summary>Forgets complaints that were expected, e.g. of a page that answers 404 on purpose.</summary>
    public void Forgive(string part) => _complaints.RemoveAll(complaint => complaint.Contains(part, StringComparison.Ordinal));

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_twin is not null) await _twin.Context.DisposeAsync();
        await _context.DisposeAsync();
    }

    // Checks are scripts themselves: a page shown without script is checked as a copy of what it shows, in a tab where only the checks run.
    private async Task<IPage> LookedAtAsync()
    {
        if (_twin is null) return Page;
        var shown = await Page.ContentAsync();
        await _twin.UnrouteAllAsync();
        await _twin.RouteAsync(url => url == Page.Url, route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html; charset=utf-8", Body = shown }));
        await _twin.RouteAsync("**/*.js", route => route.AbortAsync());
        await _twin.GotoAsync(Page.Url);
        return _twin;
    }
}
