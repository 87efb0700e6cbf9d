using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Host.Tests.Residents;

/// <summary>The register over HTTP, on the shipped host with its demo people.</summary>
public sealed class ResidentsApiTests(ResidentsApiTests.Demo demo) : IClassFixture<ResidentsApiTests.Demo>
{
    private const string Row = "name,id_number,region\n周明,99082219900101901";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public sealed class Demo : IAsyncLifetime
    {
        public TestPlatform Platform { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Platform = await TestPlatform.StartAsync(new TestPlatformOptions { Residents = 40 }, CancellationToken.None);

        public ValueTask DisposeAsync() => Platform.DisposeAsync();
    }

    [Fact]
    public async Task The_clerk_finds_opens_and_may_not_reveal_without_a_task()
    {
        using var clerk = demo.Platform.ClientFor("clerk");
        var found = await PostAsync(clerk, "/api/residents/search", new { q = "wangxl 5678" });
        var card = Assert.Single(found.GetProperty("items").EnumerateArray());

        using var opened = await clerk.GetAsync(new Uri($"/api/residents/{card.GetProperty("id")}", UriKind.Relative), Cancelled);
        using var revealed = await clerk.PostAsJsonAsync($"/api/residents/{card.GetProperty("id")}/reveal", new { fields = new[] { "phone" }, purpose = "case-work" }, Cancelled);

        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        Assert.Equal("no-store", opened.Headers.CacheControl?.ToString());
        Assert.DoesNotContain("13800005678", await opened.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, revealed.StatusCode);
    }

    [Fact]
    public async Task Without_the_permission_it_is_403_and_an_unknown_record_is_404()
    {
        using var auditor = demo.Platform.ClientFor("audit-officer");
        using var clerk = demo.Platform.ClientFor("clerk");

        using var refused = await auditor.PostAsJsonAsync("/api/residents/search", new { q = "王" }, Cancelled);
        using var unknown = await clerk.GetAsync(new Uri($"/api/residents/{Guid.CreateVersion7()}", UriKind.Relative), Cancelled);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task An_unknown_field_and_a_tag_without_the_right_to_it_are_refused()
    {
        using var clerk = demo.Platform.ClientFor("clerk");

        using var unknown = await clerk.PostAsJsonAsync("/api/residents/search", new { q = "王", name = "王" }, Cancelled);
        using var tag = await clerk.PostAsJsonAsync("/api/residents/search", new { q = "王", filters = new { tags = new[] { "no-such-tag" } } }, Cancelled);

        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tag.StatusCode);
    }

    [Fact]
    public async Task A_file_with_faults_is_refused_whole_and_a_right_one_is_found_at_once()
    {
        using var importer = demo.Platform.ClientFor("importer");
        using var steward = demo.Platform.ClientFor("steward");

        using var broken = await ImportAsync(importer, Row + "9,凌桥\n");
        using var dry = await ImportAsync(importer, Row + "3,凌桥\n", "?dryRun=true");
        using var written = await ImportAsync(importer, Row + "3,凌桥\n");
        var found = await PostAsync(steward, "/api/residents/search", new { q = "周明 9013" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, broken.StatusCode);
        var problem = JsonDocument.Parse(await broken.Content.ReadAsStringAsync(Cancelled)).RootElement;
        Assert.Equal("residents.import-invalid", problem.GetProperty("code").GetString());
        Assert.Equal((2, 2), (problem.GetProperty("errors")[0].GetProperty("line").GetInt32(), problem.GetProperty("errors")[0].GetProperty("column").GetInt32()));
        Assert.True(JsonDocument.Parse(await dry.Content.ReadAsStringAsync(Cancelled)).RootElement.GetProperty("dryRun").GetBoolean());
        Assert.Equal(1, JsonDocument.Parse(await written.Content.ReadAsStringAsync(Cancelled)).RootElement.GetProperty("added").GetInt32());
        Assert.Single(found.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task The_pages_need_a_sign_in_and_their_addresses_hold_no_words()
    {
        using var nobody = demo.Platform.Anonymous();

        using var page = await nobody.GetAsync(new Uri("/residents", UriKind.Relative), Cancelled);

        Assert.Equal(HttpStatusCode.SeeOther, page.StatusCode);
        Assert.StartsWith("/sign-in", page.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    private static async Task<JsonElement> PostAsync(HttpClient client, string path, object body)
    {
        using var answer = await client.PostAsJsonAsync(path, body, Cancelled);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancelled)).RootElement;
    }

    private static async Task<HttpResponseMessage> ImportAsync(HttpClient client, string csv, string query = "")
    {
        using var form = new MultipartFormDataContent();
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(csv));
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        form.Add(file, "file", "residents.csv");
        return await client.PostAsync(new Uri("/api/residents/imports" + query, UriKind.Relative), form, Cancelled);
    }
}
