using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Runtime.Packages;
using UnifiedPlatform.Sdk.Modules;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Host.Tests.Modules;

/// <summary>The shipped host with the packed modules, and with packages that are not in order.</summary>
public sealed class ModulesTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_packed_module_runs_and_the_administrator_sees_it()
    {
        await using var platform = await TestPlatform.StartAsync(cancellationToken: Cancelled);
        using var administrator = platform.ClientFor("administrator");
        using var clerk = platform.ClientFor("clerk");

        var modules = await administrator.GetFromJsonAsync<JsonElement[]>("/api/admin/modules", Cancelled) ?? [];
        using var refused = await clerk.GetAsync(new Uri("/api/admin/modules", UriKind.Relative), Cancelled);

        Assert.NotEmpty(modules);
        Assert.All(modules, module => Assert.Equal("running", module.GetProperty("state").GetString()));
        Assert.Equal(["errorRate", "id", "lastError", "p95Ms", "requests", "since", "state", "title", "version"], modules[0].EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal));
        Assert.EndsWith("Z", modules[0].GetProperty("since").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        foreach (var id in modules.Select(module => module.GetProperty("id").GetString()).Append("host"))
        {
            using var document = JsonDocument.Parse(await administrator.GetStringAsync(new Uri($"/openapi/{id}.json", UriKind.Relative), Cancelled));
            Assert.StartsWith("3.", document.RootElement.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_damaged_a_wrongly_signed_and_a_missing_package_leave_the_host_up_and_are_shown_with_their_reason()
    {
        var offered = Directory.CreateTempSubdirectory("up-offered-");
        try
        {
            var packed = Directory.GetFiles(Path.Combine(Checkout.Root, "modules", ".packed"), "*.upm").Order(StringComparer.Ordinal).ToArray();
            File.Copy(packed[0], Path.Combine(offered.FullName, Path.GetFileName(packed[0])));
            await File.WriteAllBytesAsync(Path.Combine(offered.FullName, "damaged-1.0.0.upm"), (await File.ReadAllBytesAsync(packed[1], Cancelled))[..500], Cancelled);
            Foreign(packed[1], Path.Combine(offered.FullName, "foreign-1.0.0.upm"));
            await using var platform = await TestPlatform.StartAsync(new TestPlatformOptions { Modules = offered.FullName }, Cancelled);
            using var administrator = platform.ClientFor("administrator");

            var modules = (await administrator.GetFromJsonAsync<JsonElement[]>("/api/admin/modules", Cancelled) ?? []).ToDictionary(module => module.GetProperty("id").GetString() ?? "");
            using var ready = await administrator.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancelled);
            using var away = await administrator.GetAsync(new Uri("/m/damaged/", UriKind.Relative), Cancelled);

            Assert.Equal(["running", "failed", "failed"], new[] { ManifestOf(packed[0]).Id, "damaged", "foreign" }.Select(id => modules[id].GetProperty("state").GetString()));
            Assert.All(["damaged", "foreign"], id => Assert.NotEqual("", modules[id].GetProperty("lastError").GetString()));
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), (ready.StatusCode, away.StatusCode));
        }
        finally
        {
            offered.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Without_any_package_the_host_is_up()
    {
        var none = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
        await using var platform = await TestPlatform.StartAsync(new TestPlatformOptions { Modules = none }, Cancelled);
        using var administrator = platform.ClientFor("administrator");

        Assert.Equal("[]", await administrator.GetStringAsync(new Uri("/api/admin/modules", UriKind.Relative), Cancelled));
    }

    [Fact]
    public async Task A_packed_module_unloads_after_work_and_comes_back()
    {
        await using var platform = await TestPlatform.StartAsync(cancellationToken: Cancelled);
        using var administrator = platform.ClientFor("administrator");
        var runtime = platform.Services.GetRequiredService<IModuleRuntime>();
        var package = platform.Services.GetRequiredService<IPackageStore>().Installed("party-building")[0].Package ?? throw new InvalidOperationException("It was verified at the start.");
        using (await administrator.GetAsync(new Uri("/m/party-building/members", UriKind.Relative), Cancelled)) { }

        var report = await runtime.DeactivateAsync("party-building", StopReason.Disabled, null, Cancelled);
        var status = (await runtime.ActivateAsync(package, SwapPolicy.Default, null, Cancelled)).Status;

        Assert.True(report.Drained);
        TestContext.Current.TestOutputHelper?.WriteLine($"collected {report.Collected} after {report.Collections}");
        Assert.Equal(ModuleState.Running, status.State);
    }

    private static ModuleManifest ManifestOf(string package)
    {
        using var zip = System.IO.Compression.ZipFile.OpenRead(package);
        using var stream = zip.GetEntry("module.json")!.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return ManifestJson.Read(bytes.ToArray());
    }

    // The same package with a signature of another key.
    private static void Foreign(string package, string copy)
    {
        File.Copy(package, copy);
        using var zip = System.IO.Compression.ZipFile.Open(copy, System.IO.Compression.ZipArchiveMode.Update);
        using var key = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        var entry = zip.GetEntry("module.json")!;
        using var json = new MemoryStream();
        using (var stream = entry.Open()) stream.CopyTo(json);
        zip.GetEntry("module.sig")!.Delete();
        using var signature = zip.CreateEntry("module.sig").Open();
        signature.Write(key.SignData(json.ToArray(), System.Security.Cryptography.HashAlgorithmName.SHA256, System.Security.Cryptography.DSASignatureFormat.Rfc3279DerSequence));
    }
}
