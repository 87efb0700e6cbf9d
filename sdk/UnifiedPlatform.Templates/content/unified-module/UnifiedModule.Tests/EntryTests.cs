using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedModule.Tests;

public sealed class EntryTests
{
    private static readonly TestUser Reader = TestUser.With(Permissions.View);
    private static readonly TestUser Clerk = TestUser.With(Permissions.View, Permissions.Edit);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_entry_is_recorded_found_and_told()
    {
        await using var host = await ModuleTestHost.StartAsync<DepartmentModule>(cancellationToken: Cancelled);
        using var clerk = host.ClientFor(Clerk);

        using var added = await clerk.PostAsJsonAsync("api/entries", new { title = " A matter " }, Cancelled);
        var page = await clerk.GetFromJsonAsync<JsonElement>("api/entries", Cancelled);

        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        Assert.Equal("A matter", page.GetProperty("items")[0].GetProperty("title").GetString());
        Assert.Equal("2026-11-22", Assert.Single(await host.Topics.PublishedAsync("module-id.entry-added", Cancelled)).GetProperty("day").GetString());
    }

    [Fact]
    public async Task An_empty_title_is_refused_with_its_rule_and_a_reader_records_nothing()
    {
        await using var host = await ModuleTestHost.StartAsync<DepartmentModule>(cancellationToken: Cancelled);
        using var clerk = host.ClientFor(Clerk);
        using var reader = host.ClientFor(Reader);

        using var empty = await clerk.PostAsJsonAsync("api/entries", new { title = " " }, Cancelled);
        using var forbidden = await reader.PostAsJsonAsync("api/entries", new { title = "A matter" }, Cancelled);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Contains("module-id.title-invalid", await empty.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        Assert.Equal(0, await host.Rows.CountAsync("entries", Cancelled));
    }
#if (withEntriesPage)

    [Fact]
    public async Task The_form_records_an_entry_and_shows_a_refused_one_again()
    {
        await using var host = await ModuleTestHost.StartAsync<DepartmentModule>(cancellationToken: Cancelled);
        using var browser = host.BrowserFor(Clerk);

        using var done = await browser.SubmitAsync("/m/module-id/entries", "/m/module-id/entries", new() { ["title"] = "A matter" }, Cancelled);
        using var refused = await browser.SubmitAsync("/m/module-id/entries", "/m/module-id/entries", new() { ["title"] = "" }, Cancelled);

        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("A matter", await browser.PageAsync("/m/module-id/entries", Cancelled), StringComparison.Ordinal);
    }
#endif
#if (withJob)

    [Fact]
    public async Task Old_entries_are_closed_by_night()
    {
        await using var host = await ModuleTestHost.StartAsync<DepartmentModule>(cancellationToken: Cancelled);
        using var clerk = host.ClientFor(Clerk);
        using var added = await clerk.PostAsJsonAsync("api/entries", new { title = "A matter" }, Cancelled);

        host.Clock.Advance(TimeSpan.FromDays(31));
        await host.Jobs.RunAsync("close-entries", Cancelled);

        var page = await clerk.GetFromJsonAsync<JsonElement>("api/entries", Cancelled);
        Assert.True(page.GetProperty("items")[0].GetProperty("closed").GetBoolean());
    }
#endif
}
