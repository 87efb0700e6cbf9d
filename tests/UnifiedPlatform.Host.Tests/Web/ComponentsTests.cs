using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Shell.Components;
using UnifiedPlatform.Sdk.Testing;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Sdk.Web;
using UnifiedPlatform.Sdk.Web.Components;

namespace UnifiedPlatform.Host.Tests.Web;

public sealed class ComponentsTests
{
    [Theory]
    [InlineData("zh-Hans")]
    [InlineData("en")]
    public async Task Every_component_renders_without_inline_style_or_script(string language)
    {
        using var reader = new Reader(language);

        var html = await RenderAsync(reader, typeof(ComponentsPage));
        using var page = new HtmlParser().ParseDocument(html);

        Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src])"));
        Assert.DoesNotMatch(@"\son[a-z]+=", html);
        Assert.Empty(page.QuerySelectorAll("[id]").GroupBy(element => element.Id).Where(group => group.Count() > 1).Select(group => group.Key));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Empty(reader.Texts.Missing);
        Assert.All(page.QuerySelectorAll("time"), time => Assert.True(time.HasAttribute("datetime")));
        Assert.Empty(page.QuerySelectorAll("form form"));
    }

    [Fact]
    public async Task Errors_stand_in_the_title_in_the_summary_and_between_label_and_field()
    {
        using var reader = new Reader("zh-Hans");

        using var page = new HtmlParser().ParseDocument(await RenderAsync(reader, typeof(ComponentsPage)));

        Assert.StartsWith("有2处要改 · 组件与状态", page.Title, StringComparison.Ordinal);
        var link = page.QuerySelector(".up-errors a[href='#x-born']")!;
        var field = page.QuerySelector("#x-born")!;
        Assert.Equal("2026年没有2月30日", link.TextContent);
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        Assert.Contains("x-born-e", field.GetAttribute("aria-describedby"), StringComparison.Ordinal);
        Assert.True(field.CompareDocumentPosition(page.QuerySelector("#x-born-e")!).HasFlag(AngleSharp.Dom.DocumentPositions.Preceding));
    }

    [Theory]
    [InlineData("/_components/paper", "sheet")]
    [InlineData("/_components/slip", "slip")]
    public async Task A_paper_stands_alone_without_the_frame(string path, string paper)
    {
        using var reader = new Reader("zh-Hans");

        using var page = new HtmlParser().ParseDocument(await RenderAsync(reader, typeof(PaperPage), path));

        Assert.Equal(paper, page.QuerySelector("main.up-doc")!.GetAttribute("data-paper"));
        Assert.Null(page.QuerySelector("nav"));
        Assert.NotNull(page.QuerySelector("svg path[d^=M]"));
    }

    [Fact]
    public void Every_component_stands_on_the_components_page()
    {
        var folder = Path.Combine(Checkout.Root, "host", "UnifiedPlatform.Host", "Shell", "Components");
        var library = Path.Combine(Checkout.Root, "sdk", "UnifiedPlatform.Sdk.Web");
        var used = string.Concat(Directory.EnumerateFiles(folder, "*.razor").Concat(Directory.EnumerateFiles(library, "*.razor", SearchOption.AllDirectories)).Select(File.ReadAllText));
        var shown = string.Concat(Directory.EnumerateFiles(folder, "*.razor").Select(File.ReadAllText));
        // Drawn by other pages: search has a page of its own, a part's head is a page's head.
        string[] elsewhere = [nameof(SearchBox), nameof(PartHeader), nameof(ImportForm)];

        var missing = typeof(PlatformPage).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false, Namespace: "UnifiedPlatform.Sdk.Web.Components" } && typeof(IComponent).IsAssignableFrom(type))
            .Select(type => type.Name.Split('`')[0])
            .Where(name => !elsewhere.Contains(name) && !Regex.IsMatch(shown, $"<{name}\\b") && !Regex.IsMatch(used, $"<{name}\\b"));

        Assert.Empty(missing);
    }

    private static async Task<string> RenderAsync(Reader reader, Type page, string path = "/_components")
    {
        var services = new ServiceCollection()
            .AddSingleton<ITexts>(reader.Texts).AddSingleton<IShell>(new TestShell(reader.Texts)).AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddSingleton(new PlatformOptions("/data", "/keys", "/modules", true, 1, false, false, "", null, TimeZoneInfo.Utc));
        await using var provider = services.BuildServiceProvider();
        var http = new DefaultHttpContext { RequestServices = provider };
        (http.Request.Scheme, http.Request.Host, http.Request.Path, http.Request.Method) = ("http", new HostString("localhost"), path, "GET");
        return (await PageRenderer.RenderAsync(http, page, new Dictionary<string, object?>(), PageKind.Page)).ToString();
    }
}
