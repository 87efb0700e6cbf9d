using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Host.Tests.Web;

public sealed class ShellTests(ShellTests.Site site) : IClassFixture<ShellTests.Site>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/no-such-page")]
    [InlineData("/api/no-such")]
    [InlineData("/m/no-such/page")]
    [InlineData("/health/live")]
    public async Task Every_answer_carries_the_headers(string path)
    {
        using var answer = await site.Client.GetAsync(path, Cancelled);

        Assert.Contains("default-src 'none'", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("same-origin", Header(answer, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("zh-CN,zh;q=0.9", "没有这个页面", "zh-CN")]
    [InlineData("en-GB", "There is no such page", "en")]
    [InlineData("fr", "没有这个页面", "zh-CN")]
    [InlineData("en;q=0.5,zh;q=0.8", "没有这个页面", "zh-CN")]
    public async Task An_unknown_page_is_said_in_the_readers_language(string asked, string title, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/no-such-page");
        request.Headers.Add("Accept-Language", asked);
        using var answer = await site.Client.SendAsync(request, Cancelled);
        var html = await answer.Content.ReadAsStringAsync(Cancelled);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains($"<h1>{title}</h1>", html, StringComparison.Ordinal);
        Assert.Contains($"lang=\"{language}\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_gets_a_problem_document()
    {
        using var answer = await site.Client.GetAsync("/api/no-such", Cancelled);
        var problem = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(Cancelled), cancellationToken: Cancelled);

        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("platform.not-found", problem.RootElement.GetProperty("code").GetString());
        Assert.Equal(32, problem.RootElement.GetProperty("traceId").GetString()!.Length);
    }

    [Fact]
    public async Task A_fault_shows_a_number_and_nothing_of_the_exception()
    {
        using var answer = await site.Client.GetAsync("/test/fault", Cancelled);
        var html = await answer.Content.ReadAsStringAsync(Cancelled);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Matches("编号[0-9A-F]{8}", html);
        Assert.DoesNotContain("secret words", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("same-origin", null, true, HttpStatusCode.SeeOther)]
    [InlineData(null, "self", true, HttpStatusCode.SeeOther)]
    [InlineData("same-origin", null, false, HttpStatusCode.BadRequest)]
    [InlineData("cross-site", null, true, HttpStatusCode.BadRequest)]
    [InlineData("same-site", null, true, HttpStatusCode.BadRequest)]
    [InlineData(null, "http://elsewhere.example", true, HttpStatusCode.BadRequest)]
    [InlineData(null, null, true, HttpStatusCode.BadRequest)]
    public async Task A_post_passes_only_from_our_own_page(string? fetchSite, string? origin, bool withToken, HttpStatusCode expected)
    {
        using var page = await site.Client.GetAsync("/no-such-page", Cancelled);
        var token = Regex.Match(await page.Content.ReadAsStringAsync(Cancelled), "name=\"_form\" value=\"([^\"]+)\"").Groups[1].Value;
        var cookie = page.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("__Host-up-af=", StringComparison.Ordinal)).Split(';')[0];

        using var request = new HttpRequestMessage(HttpMethod.Post, "/language")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["language"] = "en", ["returnUrl"] = "//evil.example", ["_form"] = withToken ? token : "none" }),
        };
        request.Headers.Add("Cookie", cookie);
        if (fetchSite is not null) request.Headers.Add("Sec-Fetch-Site", fetchSite);
        if (origin is not null) request.Headers.Add("Origin", origin == "self" ? site.Address.GetLeftPart(UriPartial.Authority) : origin);
        using var answer = await site.Client.SendAsync(request, Cancelled);

        Assert.Equal(expected, answer.StatusCode);
        if (expected != HttpStatusCode.SeeOther) return;
        Assert.Equal("/", answer.Headers.Location!.OriginalString);
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), value => value.StartsWith("up-lang=en", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData("identity")]
    public async Task Assets_are_kept_for_ever_and_come_compressed(string encoding)
    {
        using var page = await site.Client.GetAsync("/no-such-page", Cancelled);
        var address = Regex.Match(await page.Content.ReadAsStringAsync(Cancelled), "href=\"(/_up/[0-9a-f]{16}/platform\\.css)\"").Groups[1].Value;
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Accept-Encoding", encoding);
        using var answer = await site.Client.SendAsync(request, Cancelled);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal(encoding == "identity" ? [] : [encoding], answer.Content.Headers.ContentEncoding);
        Assert.Equal("text/css", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task An_old_address_of_an_asset_is_gone()
    {
        using var answer = await site.Client.GetAsync("/_up/0123456789abcdef/platform.css", Cancelled);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_components_page_exists_in_demo_and_development_only()
    {
        using var answer = await site.Client.GetAsync("/_components", Cancelled);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static string Header(HttpResponseMessage answer, string name) => string.Join(",", answer.Headers.GetValues(name));

    /// <summary>The shipped host without demo data, with one endpoint that fails.</summary>
    public sealed class Site : IAsyncLifetime
    {
        private TestPlatform? _platform;

        public Uri Address => _platform!.Address;

        public HttpClient Client { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            _platform = await TestPlatform.StartAsync(new TestPlatformOptions
            {
                Demo = false,
                WaitUntilReady = false,
                Modules = Directory.CreateTempSubdirectory("up-none-").FullName,
                Configure = builder => builder.Services.AddSingleton<IStartupFilter, Fault>(),
            }, Cancelled);
            Client = _platform.Anonymous();
        }

        public async ValueTask DisposeAsync()
        {
            Client.Dispose();
            await _platform!.DisposeAsync();
        }
    }

    private sealed class Fault : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            next(app);
            app.Run(context =>
            {
                if (context.Request.Path == "/test/fault") throw new InvalidOperationException("secret words");
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            });
        };
    }
}
