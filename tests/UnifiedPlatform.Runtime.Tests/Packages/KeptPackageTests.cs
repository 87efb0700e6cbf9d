using System.Net.Http.Json;
using UnifiedPlatform.Runtime.Packages;
using UnifiedPlatform.Runtime.Tests.Support;

namespace UnifiedPlatform.Runtime.Tests.Packages;

/// <summary>A package built when SDK 1.0 was tagged, kept as it was: as long as the major version is 1, it installs and works. <c>UNIFIED_WRITE_KEPT=1</c> packs a new one beside the test program, for a new major version only.</summary>
public sealed class KeptPackageTests
{
    private const string Source = """
        [assembly: Module("kept", "留存件", "Kept", Mark = "留")]
        [assembly: Capability("files")]
        [assembly: Permission("kept.note.view", "查看", "View")]
        [assembly: SelfTest("/api/version")]
        namespace Kept;
        public sealed record Note(string Words, int Count);
        public sealed class Notes(IModuleFiles files, TimeProvider clock)
        {
            public DateTimeOffset At => clock.GetUtcNow();
            public bool HasFiles => files is not null;
        }
        [ModuleJob("tidy", Cron = "0 15 3 * * ?")]
        public sealed class Tidy(Notes notes) : IModuleJob
        {
            public ValueTask RunAsync(JobContext context, CancellationToken left) => notes.HasFiles ? default : throw new InvalidOperationException();
        }
        public sealed class KeptModule : IModule
        {
            private bool _started;
            public void ConfigureServices(IModuleServices module) => module.Services.AddScoped<Notes>();
            public void Map(IModuleRoutes routes)
            {
                routes.Api.MapGet("/version", (ModuleInfo info) => info.Version).Public("test");
                routes.Api.MapGet("/started", () => _started).Public("test");
                routes.Api.MapPost("/notes", (Note note, Notes notes) => Results.Ok(note with { Count = note.Count + (notes.At > default(DateTimeOffset) ? 1 : 0) })).Public("test");
                routes.Api.MapGet("/mine", () => "mine").Needs("kept.note.view");
                routes.Pages.MapGet("/page", () => Results.Text("page")).SignedIn("test");
            }
            public ValueTask StartAsync(IModuleContext context, CancellationToken left) { _started = !context.Stopping.IsCancellationRequested; return default; }
            public ValueTask StopAsync(StopReason reason, CancellationToken left) => default;
        }
        """;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_package_built_against_sdk_1_0_installs_starts_answers_and_leaves()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Packages", "Kept");
        if (Environment.GetEnvironmentVariable("UNIFIED_WRITE_KEPT") == "1") Write(folder);
        var key = await File.ReadAllTextAsync(Path.Combine(folder, "kept.pub.pem"), Cancelled);
        await using var host = await RuntimeHost.StartAsync(change: options => options with { TrustedKeys = [key] });
        var store = (IPackageStore)host.Services.GetService(typeof(IPackageStore))!; // every host has one
        await using var file = File.OpenRead(Path.Combine(folder, "kept-1.0.0.upm"));
        var package = store.Keep(await store.StageAsync(file, new StageOptions(), Cancelled));

        var report = await host.Runtime.ActivateAsync(package, SwapPolicy.Default, null, Cancelled);
        using var posted = await host.Client.PostAsJsonAsync("/m/kept/api/notes", new { words = "w", count = 1 }, Cancelled);
        var (version, started) = (await host.GetAsync("/m/kept/api/version"), await host.GetAsync("/m/kept/api/started"));
        var gone = await host.Runtime.DeactivateAsync("kept", Sdk.Modules.StopReason.Disabled, null, Cancelled);

        Assert.Null(report.Failure);
        Assert.Equal((">=1.0.0 <2.0.0", "tidy"), (package.Manifest.Requires.Sdk, package.Manifest.Contributes.Jobs.Single().Key));
        Assert.Equal("""{"words":"w","count":2}""", await posted.Content.ReadAsStringAsync(Cancelled));
        Assert.Equal(("1.0.0", "true"), (version, started));
        Assert.True(gone.Collected);
    }

    private static void Write(string folder)
    {
        using var packages = new TestPackages();
        var project = Directory.CreateDirectory(Path.Combine(packages.Project("kept"), "Resources")).FullName;
        foreach (var (language, title) in new[] { ("zh-Hans", "整理"), ("en", "Tidy") }) File.WriteAllText(Path.Combine(project, language + ".json"), $$"""{"job.tidy":"{{title}}"}""");
        File.Copy(packages.Pack("kept", "1.0.0", Source), Path.Combine(Directory.CreateDirectory(folder).FullName, "kept-1.0.0.upm"), overwrite: true);
        File.WriteAllText(Path.Combine(folder, "kept.pub.pem"), packages.PublicKey);
    }
}
