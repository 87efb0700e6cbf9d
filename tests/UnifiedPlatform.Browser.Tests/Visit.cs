using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Browser.Tests;

/// <summary>A browser tab and everything it complained about.</summary>
public sealed class Visit : IAsyncDisposable
{
    private static readonly string Results = Path.Combine(Checkout.Root, "tests", ".results", "pages");
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    internal Visit(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
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
        return answer;
    }

    /// <summary>Everything that must hold on every page: no complaint, one h1, a title, no double id, no key instead of a text, no sideways scroll, no axe violation.</summary>
    public async Task<Visit> MustBeSoundAsync(string what = "")
    {
        var facts = await Page.EvaluateAsync<PageFacts>(
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
            .. await ViolationsAsync(),
            .. _complaints,
        ];
        Assert.True(wrong.Count == 0, $"{what} {Page.Url}:\n{string.Join('\n', wrong)}");
        return this;
    }

    /// <summary>Rules of axe that the page breaks, with the elements.</summary>
    public async Task<IReadOnlyList<string>> ViolationsAsync()
    {
        var result = await Page.RunAxe(new AxeRunOptions
        {
            RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"] },
        });
        return [.. result.Violations.Select(violation => $"{violation.Id}: {string.Join("; ", violation.Nodes.Take(3).Select(node => node.Html))}")];
    }

    /// <summary>Keeps a picture of the whole page under <c>tests/.results/pages</c>.</summary>
    public async Task PictureAsync(string name) =>
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Results, Regex.Replace(name, "[^A-Za-z0-9-]+", "-").Trim('-') + ".png"), FullPage = true });

    /// <summary>Forgets complaints that were expected, e.g. of a page that answers 404 on purpose.</summary>
    public void Forgive(string part) => _complaints.RemoveAll(complaint => complaint.Contains(part, StringComparison.Ordinal));

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
