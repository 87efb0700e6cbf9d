using Microsoft.AspNetCore.Http;
using UnifiedPlatform.Runtime.Packages;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime;

/// <summary>What the host's rooms may do with modules. No module type, object or exception crosses it: calls run under a lease, and only SDK types come back.</summary>
public interface IModuleRuntime
{
    /// <summary>Every module known, also those that are cold, switched off or could not be loaded, ordered by id.</summary>
    IReadOnlyList<ModuleStatus> Modules { get; }

    /// <summary>Raised after a module became known, started, stopped, failed or was forgotten, with its id.</summary>
    event Action<string>? Changed;

    /// <summary>The module's status; null: no such module.</summary>
    ModuleStatus? Find(string id);

    /// <summary>Generations whose code is still held after unloading, over all modules, against the budget.</summary>
    LeakBudget Leaks { get; }

    /// <summary>Use of the module's features by department since the host started.</summary>
    IReadOnlyList<ModuleUsage> Usage(string id);

    /// <summary>Calls into the module's current generation with a fresh scope of its container and, beside it, a scope of the host's. A cold module is started first.</summary>
    /// <exception cref="ModuleAwayException">The module is not running.</exception>
    /// <exception cref="ModuleCallException">The module's code threw; the exception itself stays inside.</exception>
    ValueTask<T> UseAsync<T>(string id, ModuleWork work, Func<IServiceProvider, CancellationToken, ValueTask<T>> call, CancellationToken cancellationToken);

    /// <inheritdoc cref="UseAsync{T}(string, ModuleWork, Func{IServiceProvider, CancellationToken, ValueTask{T}}, CancellationToken)"/>
    ValueTask<T> UseAsync<T>(string id, Func<IServiceProvider, CancellationToken, ValueTask<T>> call, CancellationToken cancellationToken) => UseAsync(id, ModuleWork.Call, call, cancellationToken);

    /// <summary>Fetches a fragment by a GET through the module's own pipeline as the user of the request. Never throws for what the module does: look at the status.</summary>
    ValueTask<ModuleFragment> FragmentAsync(string id, string path, HttpContext context, TimeSpan timeout);

    /// <summary>The module's API document (OpenAPI, JSON). The caller decides who may see it.</summary>
    ValueTask<ModuleFragment> ApiDocumentAsync(string id, HttpContext context, TimeSpan timeout);

    /// <summary>Makes an installed module known by its manifest alone: menus, catalogue and permissions stand, the first hit starts it. A module that runs or starts is left alone.</summary>
    void Announce(InstalledPackage package);

    /// <summary>Shows a module that cannot be started, with the reason. A running generation stays and keeps the reason as its last error.</summary>
    void Refuse(string id, string version, ModuleManifest? manifest, ModuleFailure failure);

    /// <summary>Shows a module that an administrator switched off. It must not be running.</summary>
    void Disable(InstalledPackage package);

    /// <summary>Starts the package beside what runs, warms and tests it, lets it take over, drains and unloads the old generation. When anything fails before the take-over,
    /// the old generation serves on and the report says why. Never throws for what the module does.</summary>
    Task<SwapReport> ActivateAsync(InstalledPackage package, SwapPolicy policy, IProgress<ModuleStep>? progress, CancellationToken cancellationToken);

    /// <summary>Drains and unloads the running generation.</summary>
    Task<UnloadReport> DeactivateAsync(string id, StopReason reason, IProgress<ModuleStep>? progress, CancellationToken cancellationToken);

    /// <summary>Lets a quarantined module start again. False: it is in no quarantine.</summary>
    bool Release(string id);

    /// <summary>Forgets a module that does not run, after its removal.</summary>
    void Forget(string id);
}
