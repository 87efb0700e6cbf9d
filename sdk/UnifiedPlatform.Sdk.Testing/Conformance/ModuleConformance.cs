using System.Net;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Modules;
using Xunit;

namespace UnifiedPlatform.Sdk.Testing.Conformance;

/// <summary>What every module keeps to. A module's test project inherits it with one line: <c>public sealed class Conformance : ModuleConformance&lt;PermitsModule&gt;;</c></summary>
/// <typeparam name="TModule">The module's entry class.</typeparam>
[Trait("Duration", "Long")]
public abstract class ModuleConformance<TModule> where TModule : IModule
{
    private const int Swaps = 3;

    /// <summary>Both databases; PostgreSQL is skipped where no server is given.</summary>
    public static TheoryData<DatabaseKind> Databases => [DatabaseKind.Sqlite, DatabaseKind.PostgreSql];

    /// <summary>Largest package in KiB. Default: 2,048.</summary>
    protected virtual int LargestKiB => 2048;

    /// <summary>Paths below the module, beside its navigation, that a permitted user reads in the course of the tests, e.g. <c>api/entries</c>.</summary>
    protected virtual IReadOnlyList<string> Addresses => [];

    /// <summary>Ends with the test run.</summary>
    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Gives the module something to work on, through its own addresses, before its jobs are run and its versions swapped. Default: nothing.</summary>
    protected virtual Task SeedAsync(ModuleTestHost host) => Task.CompletedTask;

    /// <summary>The package holds what a module may ship, and is small.</summary>
    [Fact]
    public void Package_holds_what_is_allowed_and_is_small() => Findings.None(PackageRules.Violations(ModulePackage.Of<TModule>(), LargestKiB));

    /// <summary>The manifest is of this code: same assembly, entry class, jobs, consumers and migrations; texts in both languages.</summary>
    [Fact]
    public void Manifest_is_true_to_the_code() => Findings.None(ManifestTruth.Violations(ModulePackage.Of<TModule>(), typeof(TModule).Assembly));

    /// <summary>Every endpoint's permission is declared, every declared address exists, the permitted user gets it and the bare one is refused.</summary>
    [Fact]
    public async Task Every_address_answers_the_permitted_and_refuses_the_bare()
    {
        await using var host = await ModuleTestHost.StartAsync<TModule>(cancellationToken: Cancelled);
        await SeedAsync(host);

        Findings.None(await AddressRules.ViolationsAsync(host, Addresses, Cancelled));
    }

    /// <summary>Both databases reach the same model from empty, and from every package in <c>Released/</c>, with rows in it; the module runs on what it finds.</summary>
    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Migrations_run_from_empty_and_from_every_release(DatabaseKind kind)
    {
        Assert.SkipUnless(kind == DatabaseKind.Sqlite || TestDatabase.Available, TestDatabase.SkipReason);
        foreach (var context in typeof(TModule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ModuleDbContext)) && !type.IsAbstract)) MigrationCheck.SameModel(context);

        await using (var empty = await ModuleTestHost.StartAsync<TModule>(options => options with { Database = kind }, Cancelled)) await SeedAsync(empty);
        foreach (var release in ReleasedPackages.All)
        {
            await using var host = await ModuleTestHost.StartAsync(release, options => options with { Database = kind }, Cancelled);
            await SeedAsync(host);
            var report = await host.ReplaceAsync(ModulePackage.Of<TModule>(), Cancelled);
            Assert.True(report.Succeeded, $"{release.Contents.Version} → {report.To} on {kind}: {report.Failure}");
            Findings.None(await AddressRules.ReadableAsync(host, Addresses, Cancelled));
        }
    }

    /// <summary>Requests go on while the module is replaced again and again: none fails, and the code of each old version is proven gone.</summary>
    [Fact]
    public async Task Swaps_under_load_fail_no_request_and_leave_no_old_code()
    {
        await using var host = await ModuleTestHost.StartAsync<TModule>(cancellationToken: Cancelled);
        await SeedAsync(host);
        await using var load = SteadyLoad.Start(host, Addresses);
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

    /// <summary>After its last request the module unloads; what still holds it is named.</summary>
    [Fact]
    public async Task Unloading_leaves_nothing_behind()
    {
        await using var host = await ModuleTestHost.StartAsync<TModule>(cancellationToken: Cancelled);
        await SeedAsync(host);
        Findings.None(await AddressRules.ReadableAsync(host, Addresses, Cancelled));
        foreach (var job in host.Jobs.Keys) await host.Jobs.RunAsync(job, Cancelled);

        var report = await host.UnloadAsync(Cancelled);

        Assert.True(report.Drained, "A request was still running after the hard limit.");
        Assert.True(report.Collected, $"The module's code is still there after {report.Collections} collections. {RootPath.Of(host.Id, host.Package.Contents.Version)}");
    }

    /// <summary>A job that runs twice leaves what it leaves when it runs once: the host may repeat it after a crash.</summary>
    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Jobs_run_twice_leave_what_one_run_leaves(DatabaseKind kind)
    {
        Assert.SkipUnless(kind == DatabaseKind.Sqlite || TestDatabase.Available, TestDatabase.SkipReason);
        await using var host = await ModuleTestHost.StartAsync<TModule>(options => options with { Database = kind }, Cancelled);
        Assert.SkipWhen(host.Jobs.Keys.Count == 0, "The module declares no job.");
        await SeedAsync(host);
        host.Clock.Advance(TimeSpan.FromDays(400));
        foreach (var job in host.Jobs.Keys)
        {
            await host.Jobs.RunAsync(job, Cancelled);
            var once = await host.Rows.SnapshotAsync(Cancelled);
            await host.Jobs.RunAsync(job, Cancelled);
            Assert.Equal(once, await host.Rows.SnapshotAsync(Cancelled));
        }
    }

    /// <summary>Pages are whole without script: one heading, content, forms that post by themselves, no inline code, no text key in place of a text; in both languages.</summary>
    [Fact]
    public async Task Pages_work_without_script()
    {
        await using var host = await ModuleTestHost.StartAsync<TModule>(cancellationToken: Cancelled);
        Assert.SkipWhen(PagePaths.Of(host).Count == 0, "The module has no page without a parameter.");
        await SeedAsync(host);

        Findings.None(await PageRules.ViolationsAsync(host, Cancelled));
    }

    /// <summary>Pages break no rule of axe, in both languages. Skipped where no Chromium is.</summary>
    [Fact]
    public async Task Pages_are_accessible()
    {
        Assert.SkipWhen(Chromium.Program is null, Chromium.SkipReason);
        await using var host = await ModuleTestHost.StartAsync<TModule>(cancellationToken: Cancelled);
        Assert.SkipWhen(PagePaths.Of(host).Count == 0, "The module has no page without a parameter.");
        await SeedAsync(host);
        await using var browser = await Chromium.StartAsync(Cancelled);

        Findings.None(await AxeRules.ViolationsAsync(browser, host, Cancelled));
    }

    /// <summary>Whoever is not signed in is sent to sign in, or told by 401.</summary>
    [Fact]
    public async Task Nobody_gets_nothing()
    {
        await using var host = await ModuleTestHost.StartAsync<TModule>(cancellationToken: Cancelled);
        using var nobody = host.ClientFor(null);
        foreach (var path in PagePaths.Of(host))
        {
            using var answer = await nobody.GetAsync(new Uri(path, UriKind.Relative), Cancelled);
            Assert.True(answer.StatusCode is HttpStatusCode.SeeOther or HttpStatusCode.Unauthorized, $"{path} answered {(int)answer.StatusCode} to nobody.");
        }
    }

    // As many characters as before: the name of the assembly is changed in place.
    private static string NextVersion(string version, int swap) => version[..^1] + ((version[^1] - '0' + swap) % 10).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
