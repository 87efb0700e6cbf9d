using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Sdk.Testing;
using UnifiedPlatform.Sdk.Testing.Conformance;

namespace UnifiedPlatform.Kit.Tests.Conformance;

/// <summary>Each rule of the suite that looks at a running module, shown something wrong.</summary>
[Trait("Duration", "Long")]
public sealed class RunningRulesTests(LedgerHost ledger) : IClassFixture<LedgerHost>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private ModuleTestHost Host => ledger.Host;

    [Fact]
    public async Task Addresses_pages_and_loads_that_are_not_in_order_are_told()
    {
        Assert.Contains("GET api/nothing answered 404", Assert.Single(await AddressRules.ReadableAsync(Host, ["entries", "api/nothing"], Cancelled)), StringComparison.Ordinal);
        Assert.Contains("answered 200 to nobody", Assert.Single(await AddressRules.OpenToNobodyAsync(Host, ["entries", "/health/live"], Cancelled)), StringComparison.Ordinal);
        Assert.Contains("answered 200 to somebody without permission", Assert.Single(await AddressRules.RefusedAsync(Host, [new ModuleEndpoint("GET", "../../health/live", ["ledger.entry.view"])], Cancelled)), StringComparison.Ordinal);

        await using var load = SteadyLoad.Start(Host, ["entries", "api/nothing"]);
        await load.RoundAsync(Cancelled);
        Assert.All((await load.EndAsync()).Failures, failure => Assert.StartsWith("GET api/nothing answered 404", failure, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_version_that_somebody_holds_is_not_proven_gone_and_the_holder_is_named()
    {
        // What keeps a version alive in real life: somebody outside holds something of it.
        var held = await Host.Runtime.UseAsync(Host.Id, (services, _) => ValueTask.FromResult(services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).ToArray()), Cancelled);

        var report = await Host.UpgradeAsync("1.0.1", Cancelled);

        Assert.True(report.Succeeded, report.Failure?.ToString());
        Assert.False(report.Old?.Collected);
        Assert.Contains(" → ", RootPath.Of(Host.Id, report.From ?? ""), StringComparison.Ordinal);
        GC.KeepAlive(held);
    }

    [Fact]
    public async Task A_page_that_cannot_be_read_aloud_is_told()
    {
        Assert.SkipWhen(Chromium.Program is null, Chromium.SkipReason);
        await using var browser = await Chromium.StartAsync(Cancelled);

        Assert.Contains(await AxeRules.ViolationsAsync(browser, Host, ["data:text/html,<html><body><img src='x'></body></html>"], Cancelled), finding => finding.Contains("image-alt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_package_with_a_file_its_manifest_does_not_name_is_refused_and_the_version_before_serves_on()
    {
        using var other = new PackageDraft(zip => zip.CreateEntry("wwwroot/extra.txt"));

        var report = await Host.ReplaceAsync(other.Package, Cancelled);

        Assert.False(report.Succeeded);
        Assert.Equal(ModuleState.Running, Host.Runtime.Find(Host.Id)?.State);
    }
}
