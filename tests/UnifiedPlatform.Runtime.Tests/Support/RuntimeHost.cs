using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using UnifiedPlatform.Runtime.Packages;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Telemetry;

namespace UnifiedPlatform.Runtime.Tests.Support;

/// <summary>A bare host with the real runtime and dispatcher on a free port.</summary>
internal sealed class RuntimeHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private TestActor? _actor;

    private RuntimeHost(WebApplication app, TestPackages packages, string data)
    {
        (_app, Packages, Data) = (app, packages, data);
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public TestPackages Packages { get; }

    public string Data { get; }

    public HttpClient Client { get; }

    public IModuleRuntime Runtime => _app.Services.GetRequiredService<IModuleRuntime>();

    public IServiceProvider Services => _app.Services;

    public static async Task<RuntimeHost> StartAsync(Action<IServiceCollection>? configure = null, Func<ModuleRuntimeOptions, ModuleRuntimeOptions>? change = null)
    {
        var packages = new TestPackages();
        packages.Key().Dispose();
        var data = Path.Combine(packages.Folder, "data");
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = packages.Folder });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddAccessDefaults("host");
        builder.Services.AddSingleton<Gate>().ExportToModules<Gate>();
        builder.Services.AddModuleRuntime(_ =>
        {
            var options = new ModuleRuntimeOptions { Packages = Path.Combine(data, "packages"), Data = Path.Combine(data, "modules"), TrustedKeys = [packages.PublicKey] };
            return change is null ? options : change(options);
        });
        configure?.Invoke(builder.Services);
        var app = builder.Build();
        RuntimeHost? host = null;
        app.Use(next => context =>
        {
            context.Features.Set<IRequestRoute>(new TestRoute());
            if (host?._actor is { } actor) context.Features.Set<IActorFeature>(actor);
            return next(context);
        });
        app.UseModuleDispatcher();
        await app.StartAsync();
        return host = new RuntimeHost(app, packages, data);
    }

    public Gate Gate => _app.Services.GetRequiredService<Gate>();

    public async Task<ModuleStatus> LoadAsync(string id, string version, string source) => (await ActivateAsync(id, version, source)).Status;

    public async Task<SwapReport> ActivateAsync(string id, string version, string source, SwapPolicy? policy = null, IProgress<ModuleStep>? progress = null) =>
        await Runtime.ActivateAsync(await InstallAsync(id, version, source), policy ?? SwapPolicy.Default, progress, TestContext.Current.CancellationToken);

    public async Task<InstalledPackage> InstallAsync(string id, string version, string source)
    {
        await using var file = File.OpenRead(Packages.Pack(id, version, source));
        var store = Services.GetRequiredService<IPackageStore>();
        return store.Keep(await store.StageAsync(file, new StageOptions(AllowsOlder: true), TestContext.Current.CancellationToken));
    }

    public void ActAs(string department) => _actor = new TestActor(department);

    public async Task<string> GetAsync(string path) => await Client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        Packages.Dispose();
    }
}
