using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Modules;
using Xunit;

namespace UnifiedPlatform.Sdk.Testing.Conformance;

/// <summary>What every module keeps to. A module's test project inherits it with one line: <c>public sealed class Conformance : ModuleConformance&lt;PermitsModule&gt;;</c></summary>
/// <typeparam name="TModule">The module's entry class.</typeparam>
[Trait("Duration", "Long")]
public abstract class ModuleConformance<TModule> : IClassFixture<ConformanceHosts<TModule>> where TModule : IModule
{
    private const int Swaps = 2;
    private const string NoPage = "The module has no page without a parameter.";

    /// <summary>Both databases; PostgreSQL is skipped where no server is given.</summary>
    public static TheoryData<DatabaseKind> Databases => [DatabaseKind.Sqlite, DatabaseKind.PostgreSql];

    /// <summary>Largest package in KiB. Default: 2,048.</summary>
    protected virtual int LargestKiB => 2048;

    /// <summary>Paths below the module, beside its navigation, that a permitted user reads in the course of the tests, e.g. <c>api/entries</c>.</summary>
    protected virtual IReadOnlyList<string> Addresses => [];

    /// <summary>Pages whose routes have no parameter and that open only with something named in the query, e.g. a resident. Default: none.</summary>
    protected virtual IReadOnlyCollection<string> PagesThatNeedMore => [];

    /// <summary>Ends with the test run.</summary>
    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Gives the module something to work on, through its own addresses, before its pages are read, its jobs run and its versions swapped. Default: nothing.</summary>
    protected virtual Task SeedAsync(ModuleTestHost host) => Task.CompletedTask;

    /// <summary>The package holds what a module may ship, and is small.</summary>
    [Fact]
    public void Package_holds_what_is_allowed_and_is_small() => Findings.None(PackageRules.Violations(ModulePackage.Of<TModule>(), LargestKiB));

    /// <summary>The manifest is of this code: same assembly, entry class, jobs, consumers and migrations; texts in both languages.</summary>
    [Fact]
    public void Manifest_is_true_to_the_code() => Findings.None(ManifestTruth.Violations(ModulePackage.Of<TModule>(), typeof(TModule).Assembly));

    /// <summary>Every endpoint's permission is declared, every declared address exists, the permitted user gets it and the bare one is refused.</summary>
    [Fact]
    public async Task Every_address_answers_the_permitted_and_refuses_the_bare() => Findings.None(await AddressRules.ViolationsAsync(await ServingAsync(), Paths, Cancelled));

    /// <summary>Whoever is not signed in is sent to sign in, or told by 401.</summary>
    [Fact]
    public async Task Nobody_gets_nothing() => Findings.None(await AddressRules.OpenToNobodyAsync(await ServingAsync(), Pages, Cancelled));

    /// <summary>Both databases reach the same model from empty, and from every package in <c>Released/</c>, with rows in it; the module runs on what it finds.</summary>
    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Migrations_run_from_empty_and_from_every_release(DatabaseKind kind)
    {
        Assert.SkipUnless(kind == DatabaseKind.Sqlite || TestDatabase.Available, TestDatabase.SkipReason);
        foreach (var context in typeof(TModule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ModuleDbContext)) && !type.IsAbstract)) MigrationCheck.SameModel(context);

        Findings.None(await AddressRules.ReadableAsync(await WorkingAsync(kind), Paths, Cancelled));
        foreach (var release in ReleasedPackages.All) await UpgradesFromAsync(release, kind);
    }

    /// <summary>Requests go on while the module is replaced again and again: none fails, and the code of each old version is proven gone.</summary>
    [Fact]
    public async Task Swaps_under_load_fail_no_request_and_leave_no_old_code()
    {
        var host = await ServingAsync();
        await using var load = SteadyLoad.Start(host, Paths);
        for (var i = 1; i <= Swaps; i++)
        {
            await load.RoundAsync(Cancelled);
            var report = await host.UpgradeAsync(NextVersion(host.Package.Contents.Version, i), Cancelled);
            Assert.True(report.Succeeded, $"Version {report.To} does not take over: {report.Failure}");
            Assert.True(report.Old is { Collected: true }, $"The code of version {report.From} is still there. {RootPath.Of(host.Id, report.From ?? "")}");
        }
        await load.RoundAsync(Cancelled);

        var (answered, failures) = await load.EndAsync();
        Findings.None(failures);
        Assert.True(answered > Swaps, "The load asked for nothing: give the module a navigation entry or name paths in Addresses.");
    }

    /// <summary>After its last request and its last job the module unloads; what still holds it is named.</summary>
    [Fact]
    public async Task Unloading_leaves_nothing_behind()
    {
        var host = await ServingAsync();
        Findings.None(await AddressRules.ReadableAsync(host, Paths, Cancelled));
        foreach (var job in host.Jobs.Keys) await host.Jobs.RunAsync(job, Cancelled);
        var version = host.Runtime.Find(host.Id)?.Version ?? "";

        var report = await host.UnloadAsync(Cancelled);

        Assert.True(report.Drained, "A request was still running after the hard limit.");
        Assert.True(report.Collected, $"The module's code is still there. {RootPath.Of(host.Id, version)}");
        Assert.Null((await host.ReplaceAsync(host.Package, Cancelled)).Failure);
    }

    /// <summary>A job that runs twice leaves what it leaves when it runs once: the host may repeat it after a crash.</summary>
    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Jobs_run_twice_leave_what_one_run_leaves(DatabaseKind kind)
    {
        Assert.SkipUnless(kind == DatabaseKind.Sqlite || TestDatabase.Available, TestDatabase.SkipReason);
        Assert.SkipWhen(ModulePackage.Of<TModule>().Contents.Contributes.Jobs.Count == 0, "The module declares no job.");

        Findings.None(await JobRules.ViolationsAsync(await WorkingAsync(kind), Cancelled));
    }

    /// <summary>Pages are whole without script: one heading, content, forms that post by themselves, no inline code, no text key in place of a text; in both languages.</summary>
    [Fact]
    public async Task Pages_work_without_script()
    {
        Assert.SkipWhen(Pages.Count == 0, NoPage);

        Findings.None(await PageRules.ViolationsAsync(await ServingAsync(), Pages, Cancelled));
    }

    /// <summary>Pages break no rule of axe, in both languages. Skipped where no Chromium is.</summary>
    [Fact]
    public async Task Pages_are_accessible()
    {
        Assert.SkipWhen(Chromium.Program is null, Chromium.SkipReason);
        Assert.SkipWhen(Pages.Count == 0, NoPage);
        var host = await ServingAsync();
        await using var browser = await Chromium.StartAsync(Cancelled);

        Findings.None(await AxeRules.ViolationsAsync(browser, host, Pages, Cancelled));
    }

    private IReadOnlyList<string> Pages => field ??= [.. PagePaths.Of(ModulePackage.Of<TModule>().Contents).Except(PagesThatNeedMore, StringComparer.Ordinal)];

    private IReadOnlyList<string> Paths => [.. Pages, .. Addresses];

    private async Task UpgradesFromAsync(ModulePackage release, DatabaseKind kind)
    {
        await using var host = await ModuleTestHost.StartAsync(release, options => options with { Database = kind }, Cancelled);
        await SeedAsync(host);
        var report = await host.ReplaceAsync(ModulePackage.Of<TModule>(), Cancelled);
        Assert.True(report.Succeeded, $"{release.Contents.Version} → {report.To} on {kind}: {report.Failure}");
        Findings.None(await AddressRules.ReadableAsync(host, Paths, Cancelled));
    }

    private static async Task<ConformanceHosts<TModule>> HostsAsync() =>
        await TestContext.Current.GetFixture<ConformanceHosts<TModule>>() ?? throw new InvalidOperationException("The conformance suite runs as tests of xUnit.");

    private async Task<ModuleTestHost> ServingAsync() => await (await HostsAsync()).ServingAsync(SeedAsync, Cancelled);

    private async Task<ModuleTestHost> WorkingAsync(DatabaseKind kind) => await (await HostsAsync()).WorkingAsync(kind, SeedAsync, Cancelled);

    // As many characters as before: the name of the assembly is changed in place.
    private static string NextVersion(string version, int swap) => version[..^1] + ((version[^1] - '0' + swap) % 10).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
