using System.Data.Common;
using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Runtime.Tests.Support;
using UnifiedPlatform.Sdk.Counter;
using UnifiedPlatform.Sdk.Exchange;
using UnifiedPlatform.Sdk.Jobs;
using UnifiedPlatform.Sdk.Modules;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Runtime.Tests.Generations;

/// <summary>Each capability at the service a module calls: refused with its reason until it is declared and granted, and again from the moment it is withheld.</summary>
public sealed class CapabilityTests
{
    private const string Ask = """
        private static async Task<string> Ask(Func<Task> act)
        {
            try { await act(); return "done"; }
            catch (Exception error) { return error.GetBaseException().Message; }
        }
        """;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Files()
    {
        var decisions = new Decisions().Withhold("files");
        await using var host = await StartAsync(decisions);
        await ServeAsync(host, Using("IModuleFiles files", """await files.WriteAsync("a/b.txt", new System.IO.MemoryStream([1]), left);"""), "files");

        Assert.Equal(NotGranted("files"), await host.GetAsync("/m/sample/use"));
        Assert.False(Directory.Exists(Path.Combine(host.Data, "modules", "sample", "files")));

        decisions.Grant("files");
        Assert.Equal("done", await host.GetAsync("/m/sample/use"));

        decisions.Withhold("files");
        Assert.Equal(NotGranted("files"), await host.GetAsync("/m/sample/use"));
    }

    [Fact]
    public async Task Outgoing_hosts_one_by_one()
    {
        var decisions = new Decisions();
        await using var host = await StartAsync(decisions);
        var (here, capability) = (host.Client.BaseAddress!.Authority, "http:" + host.Client.BaseAddress.Authority);
        decisions.Withhold(capability);
        var call = (string to) => $"""using var request = new System.Net.Http.HttpRequestMessage(System.Net.Http.HttpMethod.Get, "http://{to}/m/sample/api/version"); using var answer = await http.For("{to}").SendAsync(request, left); answer.EnsureSuccessStatusCode();""";
        await ServeAsync(host, Using("IModuleHttp http", call(here)) + Using("IModuleHttp http", call("127.0.0.2"), "/other"), capability);

        Assert.Equal(NotGranted(capability), await host.GetAsync("/m/sample/use"));

        decisions.Grant(capability);
        Assert.Equal("done", await host.GetAsync("/m/sample/use"));
        Assert.Equal(NotDeclared("http:127.0.0.2"), await host.GetAsync("/m/sample/other"));
    }

    [Fact]
    public async Task Jobs()
    {
        var decisions = new Decisions().Withhold("jobs");
        await using var host = await StartAsync(decisions);
        Text(host, "job.tidy");
        await host.LoadAsync("sample", "1.0.0", Sources.Sample("sample", rest: """
            [ModuleJob("tidy", Cron = "0 15 3 * * ?")]
            public sealed class Tidy(Gate gate) : IModuleJob { public ValueTask RunAsync(JobContext context, CancellationToken left) { gate.Add(); return default; } }
            """));

        var refused = await Assert.ThrowsAsync<ModuleCallException>(() => RunAsync(host));
        Assert.Equal((typeof(CapabilityDeniedException).FullName, 0), (refused.Thrown, host.Gate.Count));

        decisions.Grant("jobs");
        await RunAsync(host);
        Assert.Equal(1, host.Gate.Count);
    }

    [Fact]
    public async Task Settings()
    {
        var decisions = new Decisions().Withhold("settings");
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Modules:sample:Word", "mine"), new("Modules:other:Word", "foreign")]).Build();
        await using var host = await StartAsync(decisions, services => services.AddSingleton<IConfiguration>(settings));
        var source = Sources.Sample("sample", assembly: """[assembly: Capability("settings")]""", configure: """module.Services.AddSingleton(new Greeting(module.Configuration["Word"] ?? "none"));""",
            map: """routes.Pages.MapGet("/use", (Greeting greeting, Microsoft.Extensions.Configuration.IConfiguration all) => $"{greeting.Word} {all["Word"] ?? "none"}").Public("test");""", rest: "public sealed record Greeting(string Word);");

        await host.LoadAsync("sample", "1.0.0", source);
        Assert.Equal("none none", await host.GetAsync("/m/sample/use"));

        decisions.Grant("settings");
        await host.LoadAsync("sample", "1.0.1", source);
        Assert.Equal("mine mine", await host.GetAsync("/m/sample/use"));
    }

    [Fact]
    public async Task Tables()
    {
        var decisions = new Decisions().Withhold("db");
        await using var host = await StartAsync(decisions, Databases.Add);
        var source = Stored(Using("UnifiedPlatform.Sdk.Data.IUnitOfWork unit, IServiceProvider services", "await unit.RunAsync(_ => ValueTask.FromResult(true), left); _ = services.GetRequiredService<UnifiedPlatform.Sdk.Data.IModuleDatabase>();"), "db");

        var package = await host.InstallAsync("sample", "1.0.0", source);
        var refused = await host.Runtime.ActivateAsync(package, SwapPolicy.Default, null, Cancelled);
        Assert.Equal((ModuleFailureCodes.NotGranted, "db", ModuleState.Failed), (refused.Failure?.Code, refused.Failure?.Arguments[0], refused.Status.State));
        Assert.False(File.Exists(Path.Combine(host.Data, "modules", "sample", "app.db")));

        decisions.Grant("db");
        Assert.True((await host.Runtime.ActivateAsync(package, SwapPolicy.Default, null, Cancelled)).Succeeded);
        Assert.Equal("done", await host.GetAsync("/m/sample/use"));

        decisions.Withhold("db");
        using var answer = await host.Client.GetAsync(new Uri("/m/sample/use", UriKind.Relative), Cancelled);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
    }

    [Fact]
    public async Task Published_topics_one_by_one()
    {
        const string Capability = "events:publish:sample.thing-made";
        var decisions = new Decisions().Grant("db").Withhold(Capability);
        await using var host = await StartAsync(decisions, Databases.Add);
        var publish = (string topic) => $$"""await unit.RunAsync(_ => { outbox.Publish(new UnifiedPlatform.Sdk.Exchange.Topic<string>("{{topic}}", 1, UnifiedPlatform.Sdk.Exchange.TopicOrder.Latest), "key", 1, "body"); return ValueTask.FromResult(true); }, left);""";
        const string Services = "UnifiedPlatform.Sdk.Exchange.IOutbox outbox, UnifiedPlatform.Sdk.Data.IUnitOfWork unit";
        await host.LoadAsync("sample", "1.0.0", Stored(Using(Services, publish("sample.thing-made")) + Using(Services, publish("other.thing-made"), "/other"), "db", Capability));

        Assert.Equal(NotGranted(Capability), await host.GetAsync("/m/sample/use"));
        decisions.Grant(Capability, "events:publish:other.thing-made");
        Assert.Equal("done", await host.GetAsync("/m/sample/use"));
        Assert.Equal(NotDeclared("events:publish:other.thing-made"), await host.GetAsync("/m/sample/other"));
        Assert.Equal("sample.thing-made", await Databases.TextAsync(Path.Combine(host.Data, "modules", "sample", "app.db"), "SELECT group_concat(topic) FROM outbox"));
    }

    [Fact]
    public async Task Topics_read_one_by_one()
    {
        var decisions = new Decisions().Grant("db", "events:subscribe:other.thing-made").Withhold("events:subscribe:other.thing-lost");
        await using var host = await StartAsync(decisions, Databases.Add);
        await host.LoadAsync("sample", "1.0.0", Stored("", ["db"], """
            [Consumes("other.thing-made", 1)]
            [Consumes("other.thing-lost", 1)]
            public sealed class Reader : UnifiedPlatform.Sdk.Exchange.IConsume<Note>
            {
                public ValueTask ApplyAsync(IReadOnlyList<UnifiedPlatform.Sdk.Exchange.Delivered<Note>> batch, System.Data.Common.DbTransaction target, CancellationToken left) => default;
            }
            """));

        Assert.Equal(["other.thing-made"], await ReadAsync());
        decisions.Grant("events:subscribe:other.thing-lost").Withhold("events:subscribe:other.thing-made");
        Assert.Equal(["other.thing-lost"], await ReadAsync());

        async Task<string[]> ReadAsync() => await host.Runtime.UseAsync("sample", (services, _) => ValueTask.FromResult(services.GetRequiredService<IExchangeTarget>().Subscriptions.Select(subscription => subscription.Topic).ToArray()), Cancelled);
    }

    [Fact]
    public async Task Scripts()
    {
        var decisions = new Decisions().Withhold("ui:script");
        await using var host = await StartAsync(decisions);
        var folder = Directory.CreateDirectory(Path.Combine(host.Packages.Project("sample"), "wwwroot")).FullName;
        foreach (var file in new[] { "x.js", "x.mjs", "x.css" }) await File.WriteAllTextAsync(Path.Combine(folder, file), "/* */", Cancelled);
        await ServeAsync(host, "", "ui:script");

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.OK], await StatusesAsync());
        decisions.Grant("ui:script");
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK], await StatusesAsync());
        decisions.Withhold("ui:script");
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.OK], await StatusesAsync());

        async Task<HttpStatusCode[]> StatusesAsync()
        {
            List<HttpStatusCode> statuses = [];
            foreach (var file in new[] { "x.js", "x.mjs", "x.css" })
            {
                using var answer = await host.Client.GetAsync(new Uri($"/m/sample/assets/1.0.0/{file}", UriKind.Relative), Cancelled);
                statuses.Add(answer.StatusCode);
            }
            return [.. statuses];
        }
    }

    [Fact]
    public async Task Parts_of_a_capability_the_manifest_does_not_offer_pass_by()
    {
        using var packages = new TestPackages();
        var manifest = new ZipDraft(packages.Pack("sample", "1.0.0", Sources.Sample("sample"))).Manifest;
        var offering = manifest with { Contributes = manifest.Contributes with { PartCapabilities = [new ManifestPartCapability("thing-check", 1, "Topics/answer.v1.schema.json", "/parts/{part}")] } };
        var (offered, foreign) = (new Handler("thing-check@1"), new Handler("home-assessment@1"));
        Delivered<PartRequest>[] asked = [.. new[] { "thing-check@1", "home-assessment@1" }.Select(capability => new Delivered<PartRequest>(Guid.CreateVersion7(), "one-window", "one-window.part-requested", 1, "key", 1, 1, DateTimeOffset.UnixEpoch, null, Part(capability)))];

        await new PartRequestedConsumer([offered, foreign], offering).ApplyAsync(asked, null!, Cancelled); // the handlers do not write

        Assert.Equal((1, 0), (offered.Asked, foreign.Asked));
    }

    [Fact]
    public async Task What_a_module_registers_about_itself_does_not_count()
    {
        await using var host = await StartAsync(new Decisions().Withhold("files"));
        await host.LoadAsync("sample", "1.0.0", Sources.Sample("sample", assembly: """[assembly: Capability("files")]""", map: Using("IModuleFiles files", """_ = files.Exists("a.txt"); await Task.CompletedTask;"""), rest: Ask + """
            public sealed class Everything : IModuleCapabilities
            {
                public bool Granted(string module, string capability) => true;
                public bool Decided(string module, string capability) => true;
            }
            """, configure: """
            module.Services.AddSingleton<IModuleCapabilities, Everything>();
            module.Services.AddSingleton(services => new OwnCapabilities(services.GetRequiredService<ModuleManifest>(), null));
            module.Services.AddSingleton(new ModuleInfo("other", "1.0.0", module.Info.Title, module.Info.PackageFolder, module.Info.DataFolder));
            """));

        Assert.Equal(NotGranted("files"), await host.GetAsync("/m/sample/use"));
        Assert.Equal("sample", await host.Runtime.UseAsync("sample", (services, _) => ValueTask.FromResult(services.GetRequiredService<ModuleInfo>().Id), Cancelled));
    }

    [Fact]
    public async Task A_version_that_asks_for_more_waits_for_a_decision_and_the_old_one_serves_on()
    {
        var decisions = new Decisions().Grant("files");
        await using var host = await StartAsync(decisions);
        await ServeAsync(host, "", "files");
        var more = await host.InstallAsync("sample", "2.0.0", Sources.Sample("sample", assembly: Declared("files", "http:api.example.org")));

        var waits = await host.Runtime.ActivateAsync(more, SwapPolicy.Default, null, Cancelled);
        Assert.Equal((ModuleFailureCodes.Undecided, "http:api.example.org"), (waits.Failure?.Code, waits.Failure?.Arguments[0]));
        Assert.Equal("1.0.0", await host.GetAsync("/m/sample/api/version"));

        decisions.Withhold("http:api.example.org");
        Assert.True((await host.Runtime.ActivateAsync(more, SwapPolicy.Default, null, Cancelled)).Succeeded);
        Assert.Equal("2.0.0", await host.GetAsync("/m/sample/api/version"));
    }

    private static Task<RuntimeHost> StartAsync(Decisions decisions, Action<IServiceCollection>? configure = null) => RuntimeHost.StartAsync(services =>
    {
        services.AddSingleton<IModuleCapabilities>(decisions);
        configure?.Invoke(services);
    });

    private static Task<ModuleStatus> ServeAsync(RuntimeHost host, string map, params string[] capabilities) =>
        host.LoadAsync("sample", "1.0.0", Sources.Sample("sample", assembly: Declared(capabilities), map: map, rest: Ask));

    private static string Using(string service, string act, string path = "/use") =>
        $$"""routes.Pages.MapGet("{{path}}", ({{service}}, CancellationToken left) => Ask(async () => { {{act}} })).Public("test");""";

    private static string Stored(string map, params string[] capabilities) => Stored(map, capabilities, "");

    private static string Stored(string map, string[] capabilities, string rest) => Sources.Sample("sample", assembly: Declared(capabilities), map: map, configure: "UnifiedPlatform.Sdk.Data.DatabaseRegistration.AddDatabase<Things>(module);", rest: Ask + rest + """
        public sealed class Things(Microsoft.EntityFrameworkCore.DbContextOptions<Things> options) : UnifiedPlatform.Sdk.Data.ModuleDbContext(options);
        public async ValueTask StartAsync(IModuleContext context, CancellationToken left)
        {
            await using var scope = context.Services.CreateAsyncScope();
            await Microsoft.EntityFrameworkCore.Infrastructure.AccessorExtensions.GetService<Microsoft.EntityFrameworkCore.Storage.IRelationalDatabaseCreator>(scope.ServiceProvider.GetRequiredService<Things>()).CreateTablesAsync(left);
        }
        """);

    private static string Declared(params string[] capabilities) => string.Concat(capabilities.Select(capability => $"[assembly: Capability(\"{capability}\")]"));

    private static void Text(RuntimeHost host, string key)
    {
        var folder = Directory.CreateDirectory(Path.Combine(host.Packages.Project("sample"), "Resources")).FullName;
        foreach (var language in new[] { "zh-Hans", "en" }) File.WriteAllText(Path.Combine(folder, language + ".json"), $$"""{ "{{key}}": "x" }""");
    }

    private static async Task RunAsync(RuntimeHost host) => await host.Runtime.UseAsync("sample", ModuleWork.Job, async (services, left) =>
    {
        await services.GetRequiredService<IModuleJobs>().RunAsync(new JobContext("tidy", DateTimeOffset.UnixEpoch, 1, null), left);
        return true;
    }, Cancelled);

    private static PartRequest Part(string capability) =>
        new(new PartRef("330100000000000000A00001", "check", 1), "item", 1, capability, new LocalizedText("题", "Title"), default, "330100000000", null, null, true, Guid.Empty);

    private static string NotGranted(string capability) => new CapabilityDeniedException("sample", capability, declared: true).Message;

    private static string NotDeclared(string capability) => new CapabilityDeniedException("sample", capability, declared: false).Message;

    private sealed class Handler(string capability) : IHandlePart
    {
        public int Asked { get; private set; }

        public string Capability => capability;

        public ValueTask RequestedAsync(PartRequest part, DbTransaction target, CancellationToken cancellationToken)
        {
            Asked++;
            return default;
        }

        public ValueTask ChangedAsync(PartChange change, DbTransaction target, CancellationToken cancellationToken) => default;

        public ValueTask EndedAsync(PartEnd end, DbTransaction target, CancellationToken cancellationToken) => default;

        public ValueTask SettledAsync(PartSettled report, DbTransaction target, CancellationToken cancellationToken) => default;
    }
}
