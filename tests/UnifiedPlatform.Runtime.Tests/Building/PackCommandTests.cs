using UnifiedPlatform.Runtime.Tests.Support;
using UnifiedPlatform.Sdk.Build;
using UnifiedPlatform.Sdk.Jobs;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Tests.Building;

public sealed class PackCommandTests : IDisposable
{
    private const string Rich = """
        [assembly: Module("sample", "样例", "Sample", Mark = "样", Hue = "grid", Publisher = "Town")]
        [assembly: Navigation("/things", "nav.things", Group = "records", Order = 5, Needs = "sample.thing.view")]
        [assembly: Permission("sample.thing.view", "查看", "View", Roles = "CL, DH")]
        [assembly: ResidentCard("thing", "/cards/{residentId}", "nav.things", Needs = "sample.thing.view")]
        [assembly: ResidentFact("has-thing", "有", "Has one")]
        [assembly: ResidentLink("/new/{residentId}", "nav.things", Key = "F4")]
        [assembly: Publishes("sample.thing-changed", 2)]
        [assembly: Publishes("sample.part-reported", 1)]
        [assembly: PartCapability("thing-check", Answer = "Topics/answer.v1.schema.json")]
        [assembly: Capability("files")]
        namespace Sample;
        public sealed class SampleModule : IModule
        {
            public void ConfigureServices(IModuleServices module) { }
            public void Map(IModuleRoutes routes) { }
        }
        public sealed record Body(int X);
        [Consumes("*.part-reported", 1)]
        internal sealed class Reader : UnifiedPlatform.Sdk.Exchange.IConsume<Body>
        {
            public ValueTask ApplyAsync(IReadOnlyList<UnifiedPlatform.Sdk.Exchange.Delivered<Body>> batch, System.Data.Common.DbTransaction target, CancellationToken left) => default;
        }
        [ModuleJob("tidy", Cron = "0 15 3 * * ?", Misfire = Misfire.DoNothing)]
        internal sealed class Tidy : IModuleJob { public ValueTask RunAsync(JobContext context, CancellationToken left) => default; }
        [Microsoft.AspNetCore.Components.Route("/things/{id}")]
        [Needs("sample.thing.view")]
        public sealed class ThingPage : Microsoft.AspNetCore.Components.ComponentBase { }
        """;

    private readonly TestPackages _packages = new();

    [Fact]
    public void The_manifest_says_what_the_attributes_say()
    {
        Assets();

        var manifest = new ZipDraft(_packages.Pack("sample", "1.2.3", Rich)).Manifest;

        Assert.Equal(("sample", "1.2.3", "Town", "样", "grid", "sample-1.2.3.dll"), (manifest.Id, manifest.Version, manifest.Publisher, manifest.Mark, manifest.Hue, manifest.Assembly));
        Assert.Equal(("事物", "Things"), (manifest.Contributes.Navigation.Single().Title.Zh, manifest.Contributes.Navigation.Single().Title.En));
        Assert.Equal(("records", 5, "sample.thing.view"), (manifest.Contributes.Navigation.Single().Group, manifest.Contributes.Navigation.Single().Order, manifest.Contributes.Navigation.Single().Needs));
        Assert.Equal(["CL", "DH"], manifest.Permissions.Single().Roles);
        Assert.Equal(["Topics/thing-changed.v2.schema.json", null], manifest.Contributes.Publishes.Select(topic => topic.Schema));
        Assert.Equal(("*.part-reported", 1, "Sample.Reader"), manifest.Contributes.Consumes.Select(x => (x.Topic, x.Version, x.Consumer)).Single());
        Assert.Equal(("tidy", "0 15 3 * * ?", Misfire.DoNothing, "整理"), manifest.Contributes.Jobs.Select(x => (x.Key, x.Cron, x.Misfire, x.Title.Zh)).Single());
        Assert.Equal("thing-check@1", manifest.Contributes.PartCapabilities.Single().Capability);
        Assert.Equal(("/things/{id}", "sample.thing.view", false), manifest.Contributes.Pages.Select(x => (x.Route, x.Needs.Single(), x.Public)).Single());
        Assert.Equal(["events:publish:sample.part-reported", "events:publish:sample.resident-fact-changed", "events:publish:sample.thing-changed", "events:subscribe:*.part-reported",
            "events:subscribe:one-window.part-changed", "events:subscribe:one-window.part-ended", "events:subscribe:one-window.part-report-settled", "events:subscribe:one-window.part-requested", "files", "jobs"], manifest.Capabilities);
        Assert.Equal(ModuleActivation.Eager, manifest.Activation);
        Assert.Equal(">=1.0.0 <2.0.0", manifest.Requires.Sdk);
        Assert.Contains(manifest.Requires.Shared, reference => reference.Name == "UnifiedPlatform.Sdk");
        Assert.Contains(manifest.Files, file => file.Path == "Resources/en.json");
    }

    [Fact]
    public void The_same_contents_give_the_same_manifest()
    {
        Assets();

        var first = new ZipDraft(_packages.Pack("sample", "1.0.0", Rich)).Manifest;
        var second = new ZipDraft(_packages.Pack("sample", "1.0.0", Rich)).Manifest;

        Assert.Equal(ManifestJson.Write(first with { Files = [] }), ManifestJson.Write(second with { Files = [] }));
    }

    [Theory]
    [InlineData("Module(\"sample\"", "Module(\"other\"", "differ")]
    [InlineData("Cron = \"0 15 3 * * ?\"", "Cron = \"\"", "no cron")]
    [InlineData("0 15 3 * * ?", "every night", "no Quartz cron")]
    [InlineData("Topics/answer.v1.schema.json", "Topics/none.json", "which is missing")]
    [InlineData("\"nav.things\", Group", "\"nav.none\", Group", "'nav.none' is missing in Resources/zh-Hans.json")]
    [InlineData("sample.thing-changed\", 2", "sample.thing-changed\", 3", "Topics/thing-changed.v3.schema.json is missing")]
    [InlineData("Publishes(\"sample.thing-changed\"", "Publishes(\"other.thing-changed\"", "must be 'sample.<noun>-<past-verb>'")]
    [InlineData("Permission(\"sample.thing.view\"", "Permission(\"thing.view\"", "must be 'sample.<resource>.<verb>'")]
    [InlineData("[Needs(\"sample.thing.view\")]", "", "has no rule")]
    [InlineData(": IModuleJob {", "{", "does not implement IModuleJob")]
    [InlineData("public sealed class SampleModule", "internal sealed class SampleModule", "exactly one public sealed class")]
    public void A_wrong_declaration_fails_the_build_and_says_what_to_change(string right, string wrong, string message)
    {
        Assets();
        Assert.Contains(right, Rich, StringComparison.Ordinal);

        var failure = Assert.Throws<BuildFailure>(() => _packages.Pack("sample", "1.0.0", Rich.Replace(right, wrong, StringComparison.Ordinal)));

        Assert.Contains(failure.Faults, fault => fault.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_script_needs_its_capability()
    {
        Assets();
        Asset("wwwroot/x.js", "1");

        var failure = Assert.Throws<BuildFailure>(() => _packages.Pack("sample", "1.0.0", Rich));

        Assert.Contains(failure.Faults, fault => fault.Contains("ui:script", StringComparison.Ordinal));
    }

    public void Dispose() => _packages.Dispose();

    private void Assets()
    {
        Asset("Resources/zh-Hans.json", """{"nav.things":"事物","job.tidy":"整理"}""");
        Asset("Resources/en.json", """{"nav.things":"Things","job.tidy":"Tidy up"}""");
        Asset("Topics/thing-changed.v2.schema.json", "{}");
        Asset("Topics/answer.v1.schema.json", "{}");
    }

    private void Asset(string name, string text)
    {
        var path = Path.Combine(_packages.Project("sample"), name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
