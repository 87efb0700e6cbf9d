using System.Runtime.CompilerServices;
using Autofac;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using UnifiedPlatform.Runtime.Container;
using UnifiedPlatform.Runtime.Dispatch;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Generations;

/// <summary>One running version of a module: its code, container and pipeline. Everything that holds on to module objects hangs here, and only here.</summary>
internal sealed class Generation : IDisposable
{
    private readonly ModuleLifetime _lifetime = new();
    private readonly CancellationTokenSource _cut = new();
    private ModuleLoadContext? _code;
    private IContainer? _root;
    private ILifetimeScope? _scope;
    private ScopeServices? _services;
    private IModule? _module;
    private IReadOnlyList<IHostedService> _hosted = [];
    private Lazy<RequestDelegate>? _pipeline;

    public Generation(ModuleInfo info, ModuleManifest manifest, ModuleLoadContext code)
    {
        (Info, Manifest, _code) = (info, manifest, code);
        Code = new WeakReference(code);
        PathBase = "/m/" + info.Id;
    }

    public ModuleInfo Info { get; }

    public ModuleManifest Manifest { get; }

    public PathString PathBase { get; }

    public Leases Leases { get; } = new();

    /// <summary>Sockets the module has open, to be told when it leaves.</summary>
    public OpenSockets Sockets { get; } = new();

    /// <summary>Cancelled when what still runs is cut off.</summary>
    public CancellationToken Cut => _cut.Token;

    /// <summary>The load context, weakly: the proof that the code is gone.</summary>
    public WeakReference Code { get; }

    /// <summary>Whether its start was begun.</summary>
    public bool IsStarted { get; private set; }

    /// <summary>Whether the code can go at all.</summary>
    public bool IsCollectible => Manifest.Reload != ModuleReload.Never;

    /// <summary>A fresh scope of the container, as every request gets one.</summary>
    public ScopeServices OpenScope() => (_services ?? throw new ObjectDisposedException(nameof(Generation))).Open();

    public IServiceProvider Services { get; private set; } = EmptyServices.Instance;

    /// <summary>The way of a request through the module; built when first asked for.</summary>
    public RequestDelegate Pipeline => _pipeline?.Value ?? Nothing;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Build(GenerationServices services)
    {
        var code = _code ?? throw new ObjectDisposedException(nameof(Generation));
        _module = EntryClass.Make(code.LoadFromAssemblyPath(Path.Combine(Info.PackageFolder, Manifest.Assembly)));
        // A root of its own: a shared parent would remember every Func<T>, Lazy<T> and IEnumerable<T> the module asked for.
        _root = new ContainerBuilder().Build();
        void Fill(ContainerBuilder builder) => services.Fill(builder, _module, Info, Manifest, _lifetime);
        _scope = IsCollectible ? _root.BeginLoadContextLifetimeScope(Info.Id, code, Fill) : _root.BeginLifetimeScope(Info.Id, Fill);
        _services = _scope.Resolve<ScopeServices>();
        Services = _services;
        // Reaches the module through this generation alone, so that nobody who keeps the recipe keeps the module.
        _pipeline = new Lazy<RequestDelegate>(BuildPipeline);
    }

    /// <summary>Builds the pipeline now.</summary>
    public void BuildRoutes() => _ = Pipeline;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (_module is null) return;
        IsStarted = true;
        await _module.StartAsync(new ModuleContext(Info, Services, _lifetime.ApplicationStopping), cancellationToken);
        _hosted = [.. Services.GetServices<IHostedService>()];
        foreach (var hosted in _hosted) await hosted.StartAsync(cancellationToken);
        await _lifetime.BeginAsync();
    }

    /// <summary>Says when a background service of the module ended by an exception, with its name. The service holds the watch, not the other way round.</summary>
    public void Watch(Action<string> crashed)
    {
        foreach (var running in _hosted.OfType<BackgroundService>().Select(hosted => hosted.ExecuteTask).OfType<Task>())
            _ = running.ContinueWith(
                ended => crashed(ended.Exception?.InnerException is { } error ? Thrown.Name(error) : nameof(BackgroundService)),
                CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
    }

    /// <summary>Tells the module and whoever is inside that it leaves.</summary>
    public async Task TellAsync()
    {
        await _lifetime.DrainAsync();
        await Sockets.CloseAsync();
    }

    /// <summary>Cuts off whatever is still inside.</summary>
    public Task CutAsync() => _cut.CancelAsync();

    public async Task StopAsync(StopReason reason, CancellationToken cancellationToken)
    {
        foreach (var hosted in _hosted.Reverse()) await hosted.StopAsync(cancellationToken);
        if (_module is not null) await _module.StopAsync(reason, cancellationToken);
        await _lifetime.EndAsync();
    }

    /// <summary>Disposes the container: code of the module.</summary>
    public async Task ReleaseAsync()
    {
        var (scope, root) = (_scope, _root);
        (_pipeline, Services, _services, _module, _hosted, _scope, _root) = (null, EmptyServices.Instance, null, null, [], null, null);
        if (scope is not null) await scope.DisposeAsync();
        if (root is not null) await root.DisposeAsync();
    }

    /// <summary>Lets the code go, also when the container could not be disposed.</summary>
    public void Dispose()
    {
        (_pipeline, Services, _services, _module, _hosted, _scope, _root) = (null, EmptyServices.Instance, null, null, [], null, null);
        _lifetime.Dispose();
        _cut.Dispose();
        if (IsCollectible) _code?.Unload();
        _code = null;
    }

    private RequestDelegate BuildPipeline() => ModulePipeline.Build(Services, _module ?? throw new ObjectDisposedException(nameof(Generation)), Info, Sockets);

    private static Task Nothing(HttpContext context) => Task.CompletedTask;
}
