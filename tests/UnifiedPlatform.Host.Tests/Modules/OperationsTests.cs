using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Host.Tests.Modules;

/// <summary>Acts on a packed module through the administrator's API, on the shipped host.</summary>
public sealed class OperationsTests
{
    private const string Modules = "/api/admin/modules";

#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_module_is_disabled_enabled_removed_with_its_data_kept_and_installed_again()
    {
        await using var platform = await TestPlatform.StartAsync(cancellationToken: Cancelled);
        using var administrator = platform.ClientFor("administrator");
        var package = Directory.GetFiles(Path.Combine(Checkout.Root, "modules", ".packed"), "volunteering-*.upm").Single();

        var off = await ActAsync(administrator, HttpMethod.Post, $"{Modules}/volunteering/disable", JsonContent.Create(new { reason = "trial" }));
        using var away = await administrator.GetAsync(new Uri("/m/volunteering/volunteers", UriKind.Relative), Cancelled);
        var on = await ActAsync(administrator, HttpMethod.Post, $"{Modules}/volunteering/enable", JsonContent.Create(new { reason = "trial" }));
        var removed = await ActAsync(administrator, HttpMethod.Delete, $"{Modules}/volunteering?reason=trial", null);
        var data = File.Exists(Path.Combine(platform.Data, "modules", "volunteering", "app.db"));
        var packages = Directory.Exists(Path.Combine(platform.Data, "packages", "volunteering"));
        await ExportAsync(platform, "volunteering");
        var back = await ActAsync(administrator, HttpMethod.Post, $"{Modules}?reason=trial&grant=*", new ByteArrayContent(await File.ReadAllBytesAsync(package, Cancelled)));
        using var here = await administrator.GetAsync(new Uri("/m/volunteering/volunteers", UriKind.Relative), Cancelled);

        Assert.All([off, on, removed, back], state => Assert.Equal("succeeded", state));
        // The module itself answers again: its page is not for administrators.
        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.Forbidden), (away.StatusCode, here.StatusCode));
        Assert.Equal((true, false), (data, packages));
    }

    [Fact]
    public async Task An_act_without_a_reason_or_on_an_unknown_module_is_refused_and_a_clerk_may_not_act()
    {
        await using var platform = await TestPlatform.StartAsync(new TestPlatformOptions { WaitUntilReady = false }, Cancelled);
        using var administrator = platform.ClientFor("administrator");
        using var clerk = platform.ClientFor("clerk");

        using var silent = await administrator.PostAsJsonAsync($"{Modules}/volunteering/disable", new { reason = " " }, Cancelled);
        using var unknown = await administrator.PostAsJsonAsync($"{Modules}/nothing/disable", new { reason = "trial" }, Cancelled);
        using var forbidden = await clerk.PostAsJsonAsync($"{Modules}/volunteering/disable", new { reason = "trial" }, Cancelled);
        using var broken = await administrator.PostAsync(new Uri($"{Modules}?reason=trial", UriKind.Relative), new ByteArrayContent([1, 2, 3]), Cancelled);

        Assert.Equal("modules.reason-invalid", await CodeAsync(silent));
        Assert.Equal("modules.unknown", await CodeAsync(unknown));
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        Assert.Equal("modules.package-refused", await CodeAsync(broken));
    }

    [Fact]
    public async Task With_every_package_broken_the_pages_of_the_administrator_work()
    {
        var offered = Directory.CreateTempSubdirectory("up-broken-");
        try
        {
            foreach (var id in new[] { "volunteering", "one-window" }) await File.WriteAllBytesAsync(Path.Combine(offered.FullName, $"{id}-1.0.0.upm"), [1, 2, 3], Cancelled);
            await using var platform = await TestPlatform.StartAsync(new TestPlatformOptions { Modules = offered.FullName, WaitUntilReady = false }, Cancelled);
            using var administrator = platform.ClientFor("administrator");

            foreach (var page in new[] { "/admin/modules", "/admin/modules/volunteering", "/admin/modules/install" })
            {
                using var answer = await administrator.GetAsync(new Uri(page, UriKind.Relative), Cancelled);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            }
        }
        finally
        {
            offered.Delete(recursive: true);
        }
    }

    // Beside the running host, without any code of the module: every table of its own, names of people still sealed, and the act in the audit.
    private static async Task ExportAsync(TestPlatform platform, string module)
    {
        var to = Path.Combine(platform.Folder, "export");
        var places = new[] { $"--data={platform.Data}", $"--keys={Path.Combine(platform.Folder, "keys")}", "--demo=true" };

        var (none, refused) = await HostProcess.RunToEndAsync(["module", "export-data", "no-such-module", .. places, $"--to={to}"], Configuration, cancellationToken: Cancelled);
        var (code, said) = await HostProcess.RunToEndAsync(["module", "export-data", module, .. places, $"--to={to}", "--format=json"], Configuration, cancellationToken: Cancelled);

        Assert.NotEqual(0, none);
        Assert.Contains(refused, line => line.Contains("no-such-module", StringComparison.Ordinal));
        Assert.True(code == 0, string.Join('\n', said));
        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(to, "export.json"), Cancelled));
        var about = document.RootElement;
        Assert.Equal((module, "sealed:base64"), (about.GetProperty("module").GetString(), about.GetProperty("sealedFields").GetString()));
        var tables = about.GetProperty("tables").EnumerateArray().ToDictionary(table => table.GetProperty("table").GetString()!, table => table.GetProperty("rows").GetInt64()); // each table has a name
        Assert.True(tables["volunteers"] > 0);
        Assert.DoesNotContain("outbox", tables.Keys);
        Assert.All(tables.Keys, table => Assert.Equal(tables[table], File.ReadLines(Path.Combine(to, table + ".jsonl")).LongCount()));
    }

    private static async Task<string?> ActAsync(HttpClient client, HttpMethod method, string address, HttpContent? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative)) { Content = body };
        using var answer = await client.SendAsync(request, Cancelled);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            var operation = await client.GetFromJsonAsync<JsonElement>(answer.Headers.Location, Cancelled);
            if (operation.GetProperty("ended").GetBoolean()) return operation.GetProperty("state").GetString();
            await timer.WaitForNextTickAsync(Cancelled);
        }
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("code").GetString();
}
