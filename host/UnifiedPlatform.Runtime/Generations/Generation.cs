using System.Runtime.CompilerServices;
using Autofac;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Generations;

/// <summary>One running version of a module: its code, container and pipeline. Everything that holds on to module objects hangs here, and only here.</summary>
internal sealed class Generation : IAsyncDisposable
{
    private readonly ModuleLifetime _lifetime = new();
    private ModuleLoadContext? _code;
    private IContainer? _root;
    private ILifetimeScope? _scope;
    private IModule? _module;
    private IReadOnlyList<IHostedService> _hosted = [];

    public Generation(ModuleInfo info, ModuleManifest manifest)
    {
        (Info, Manifest) = (info, manifest);
        _code = new ModuleLoadContext($"{info.Id} {info.Version}", info.PackageFolder);
        Code = new WeakReference(_code);
    }

    public ModuleInfo Info { get; }

    public ModuleManifest Manifest { get; }

    public Leases Leases { get; } = new();

    /// <summary>The load context, weakly: the proof that the code is gone.</summary>
    public WeakReference Code { get; }

    public IServiceProvider Services { get; private set; } = EmptyServices.Instance;

    public RequestDelegate Pipeline { get; private set; } = static _ => Task.CompletedTask;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Build(GenerationServices services)
    {
        var code = _code ?? throw new ObjectDisposedException(nameof(Generation));
        _module = EntryClass.Make(code.LoadFromAssemblyPath(Path.Combine(Info.PackageFolder, Manifest.Assembly)));
        // A root of its own: a shared parent would remember every Func<T>, Lazy<T> and IEnumerable<T> the module asked for.
        _root = new ContainerBuilder().Build();
        _scope = _root.BeginLoadContextLifetimeScope(Info.Id, code, builder => services.Fill(builder, _module, Info, Manifest, _lifetime));
        Services = _scope.Resolve<IServiceProvider>();
        Pipeline = ModulePipeline.Build(Services, _module, Info);
    }

    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        if (Services.GetService<IModuleMigrator>() is { } migrator) await migrator.MigrateAsync(cancellationToken);
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (_module is null) return;
        await _module.StartAsync(new ModuleContext(Info, Services, _lifetime.ApplicationStopping), cancellationToken);
        _hosted = [.. Services.GetServices<IHostedService>()];
        foreach (var hosted in _hosted) await hosted.StartAsync(cancellationToken);
        await _lifetime.BeginAsync();
    }

    public Task DrainAsync() => _lifetime.DrainAsync();

    public async Task StopAsync(StopReason reason, CancellationToken cancellationToken)
    {
        foreach (var hosted in _hosted.Reverse()) await hosted.StopAsync(cancellationToken);
        if (_module is not null) await _module.StopAsync(reason, cancellationToken);
        await _lifetime.EndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        (Pipeline, Services, _module, _hosted) = (static _ => Task.CompletedTask, EmptyServices.Instance, null, []);
        if (_scope is not null) await _scope.DisposeAsync();
        if (_root is not null) await _root.DisposeAsync();
        _lifetime.Dispose();
        _code?.Unload();
        (_scope, _root, _code) = (null, null, null);
    }
}
