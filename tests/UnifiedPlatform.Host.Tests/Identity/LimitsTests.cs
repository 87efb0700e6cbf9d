using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace UnifiedPlatform.Host.Tests.Identity;

/// <summary>What is too large is refused before it is read, and in words.</summary>
public sealed class LimitsTests(QuietTown town) : IClassFixture<QuietTown>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/residents/search", "clerk", "application/json", 2, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("/api/residents/imports", "importer", "multipart/form-data; boundary=b", 27, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("/csp-report", null, "application/json", 1, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_body_beyond_the_limit_is_refused(string path, string? key, string type, int mebibytes, HttpStatusCode expected)
    {
        using var client = key is null ? town.Platform.Anonymous() : town.Platform.ClientFor(key);
        using var content = new ByteArrayContent(new byte[(mebibytes << 20) - 100]);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.ExpectContinue = true; // The refusal comes before the body is sent.
        using var answer = await client.SendAsync(request, Cancelled);

        Assert.Equal(expected, answer.StatusCode);
        if (key is null) return;
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancelled));
        Assert.Equal("platform.too-large", problem.RootElement.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Long_lines_and_headers_are_refused()
    {
        using var client = town.Platform.Anonymous();
        using var longLine = await client.GetAsync(new Uri("/sign-in?returnUrl=/" + new string('x', 9 << 10), UriKind.Relative), Cancelled);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
        for (var i = 0; i < 5; i++) request.Headers.TryAddWithoutValidation($"X-Long-{i}", new string('x', 8 << 10));
        using var longHeaders = await client.SendAsync(request, Cancelled);

        Assert.Equal(HttpStatusCode.RequestUriTooLong, longLine.StatusCode);
        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, longHeaders.StatusCode);
    }

    [Fact]
    public async Task A_body_nested_without_end_is_refused_and_read_no_deeper()
    {
        using var client = town.Platform.ClientFor("clerk");
        using var content = new StringContent($"{{\"q\":{new string('[', 10_000)}", Encoding.UTF8, "application/json");

        using var answer = await client.PostAsync(new Uri("/api/residents/search", UriKind.Relative), content, Cancelled);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
