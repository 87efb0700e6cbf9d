using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Host.Audit;
using UnifiedPlatform.Host.Storage;
using UnifiedPlatform.Host.Tests.Identity;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Host.Tests.Audit;

public sealed class AuditPagesTests(QuietTown town) : IClassFixture<QuietTown>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_officer_finds_who_viewed_a_record_and_nobody_else_looks()
    {
        var resident = Guid.CreateVersion7();
        await using (var scope = town.Platform.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.ActAsModule("host");
            await scope.ServiceProvider.GetRequiredService<IAudit>().ReadAsync(new AuditEntry("view", "residents.resident", resident.ToString("D")) { Subjects = [resident], Purpose = "case-work" }, Cancelled);
        }
        using var officer = town.Platform.ClientFor("administrator");
        using var clerk = town.Platform.ClientFor("clerk");

        await Exchange.Eventually.TrueAsync(async () => await CountAsync(officer, resident) == 1, Cancelled);

        using var refused = await clerk.GetAsync(new Uri("/api/admin/audit", UriKind.Relative), Cancelled);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        var whole = await officer.GetFromJsonAsync<JsonElement>("/api/admin/audit/verify", Cancelled);
        Assert.True(whole.GetProperty("whole").GetBoolean());
    }

    [Fact]
    public async Task The_page_lists_entries()
    {
        using var officer = await DemoBrowser.SignInAsync(town.Platform, "audit-officer", Cancelled);

        Assert.Contains("security.session", await officer.PageAsync("/admin/audit", Cancelled), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_anchor_sheet_shows_where_the_chain_stands_and_leaves_the_anchor_in_its_directory()
    {
        using var officer = await DemoBrowser.SignInAsync(town.Platform, "audit-officer", Cancelled);
        string sheet;
        do sheet = await officer.PageAsync("/admin/audit/anchor", Cancelled); while (!sheet.Contains("<svg", StringComparison.Ordinal));

        var anchors = town.Platform.Services.GetRequiredService<Anchors>();
        var anchor = await anchors.NewestAsync(Cancelled);
        Assert.NotNull(anchor);
        Assert.Contains(anchor.Signature, WebUtility.HtmlDecode(sheet), StringComparison.Ordinal);
        Assert.True(AuditKey.Fits(anchor.Key, anchor.Statement(), Convert.FromBase64String(anchor.Signature)));
    }

    [Fact]
    public async Task Without_a_working_store_reading_is_refused_and_the_rest_goes_on()
    {
        await using var broken = await TestPlatform.StartAsync(new TestPlatformOptions { Modules = Directory.CreateTempSubdirectory("up-none-").FullName, Residents = 1, WaitUntilReady = false }, Cancelled);
        using var officer = broken.ClientFor("administrator");
        await using (var connection = await broken.Services.GetRequiredKeyedService<IModuleDatabase>(Databases.Audit).OpenAsync(Cancelled))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "DROP TABLE audit_in";
            await command.ExecuteNonQueryAsync(Cancelled);
        }

        using var read = await officer.GetAsync(new Uri("/api/admin/audit", UriKind.Relative), Cancelled);
        using var problem = JsonDocument.Parse(await read.Content.ReadAsStringAsync(Cancelled));
        using var other = await officer.GetAsync(new Uri("/api/admin/accounts", UriKind.Relative), Cancelled);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, read.StatusCode);
        Assert.Equal("audit.unavailable", problem.RootElement.GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    private static async Task<int> CountAsync(HttpClient officer, Guid resident)
    {
        var page = await officer.GetFromJsonAsync<JsonElement>($"/api/admin/audit?resident={resident}&act=view", Cancelled);
        return page.GetProperty("items").GetArrayLength();
    }
}
