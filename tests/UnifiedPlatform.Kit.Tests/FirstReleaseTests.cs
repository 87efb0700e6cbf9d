using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using UnifiedPlatform.Kit.Tests.Kit;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Kit.Tests;

/// <summary>Row 9.5: SDK 1.0 is a promise. <c>Released/ledger-1.0.0.upm</c> was built against it with its template and is never built again; what breaks this test breaks every module out there.</summary>
[Trait("Duration", "Long")]
public sealed class FirstReleaseTests : IDisposable
{
    private static readonly string Released = Path.Combine(AppContext.BaseDirectory, "Released");
    private static readonly string Package = Path.Combine(Released, "ledger-1.0.0.upm");
    private readonly string _folder = Directory.CreateTempSubdirectory("up-released-").FullName;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_package_of_sdk_1_0_serves_stores_tells_and_works_by_night()
    {
        await using var host = await ModuleTestHost.StartAsync(ModulePackage.Read(Package), cancellationToken: Cancelled);
        using var client = host.ClientFor(host.Permitted);
        using var browser = host.BrowserFor(host.Permitted);

        using var added = await client.PostAsJsonAsync("api/entries", new { title = "A matter" }, Cancelled);
        using var refused = await client.PostAsJsonAsync("api/entries", new { title = "" }, Cancelled);
        var told = await host.Topics.PublishedAsync("ledger.entry-added", Cancelled);
        host.Clock.Advance(TimeSpan.FromDays(31));
        await host.Jobs.RunAsync("close-entries", Cancelled);
        var listed = await client.GetFromJsonAsync<JsonElement>("api/entries", Cancelled);

        Assert.Equal(">=1.0.0 <2.0.0", host.Package.Contents.Requires.Sdk);
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Single(told);
        Assert.True(Assert.Single(listed.GetProperty("items").EnumerateArray()).GetProperty("closed").GetBoolean());
        Assert.Contains("A matter", await browser.PageAsync("/m/ledger/entries", Cancelled), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_signature_and_every_file_still_pass_the_host_that_ships()
    {
        string[] where = [$"--data={Path.Combine(_folder, "data")}", $"--keys={Path.Combine(_folder, "keys")}"];

        var (code, lines) = await HostProcess.RunToEndAsync(
            ["module", "verify", Package, $"--Modules:TrustedKeys={Path.Combine(Released, "ledger.pub.pem")}", .. where], Build.Configuration, null, Cancelled);
        var (foreign, words) = await HostProcess.RunToEndAsync(["module", "verify", Package, .. where], Build.Configuration, null, Cancelled);

        Assert.True(code == 0, string.Join('\n', lines));
        Assert.Contains(lines, line => line.StartsWith("ledger 1.0.0 ", StringComparison.Ordinal));
        Assert.NotEqual(0, foreign);
        Assert.Contains(words, line => line.StartsWith("untrusted", StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
