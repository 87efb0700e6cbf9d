using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Runtime.Tests.Support;

/// <summary>A bare host with the real runtime and dispatcher on a free port.</summary>
internal sealed class RuntimeHost : IAsyncDisposable
{
    private readonly WebApplication _app;

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
        builder.Services.AddModuleRuntime(_ =>
        {
            var options = new ModuleRuntimeOptions { Packages = Path.Combine(data, "packages"), Data = Path.Combine(data, "modules"), TrustedKeys = [packages.PublicKey] };
            return change is null ? options : change(options);
        });
        configure?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseModuleDispatcher();
        await app.StartAsync();
        return new RuntimeHost(app, packages, data);
    }

    public async Task<ModuleStatus> LoadAsync(string id, string version, string source) => await Runtime.LoadAsync(Packages.Pack(id, version, source), TestContext.Current.CancellationToken);

    public async Task<string> GetAsync(string path) => await Client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        Packages.Dispose();
    }
}
