using Microsoft.AspNetCore.Http;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime;

/// <summary>What the host's rooms may do with modules. No module type, object or exception crosses it: calls run under a lease, and only SDK types come back.</summary>
public interface IModuleRuntime
{
    /// <summary>Every module found, also those that could not be loaded, ordered by id.</summary>
    IReadOnlyList<ModuleStatus> Modules { get; }

    /// <summary>Raised after a module started, stopped or failed, with its id.</summary>
    event Action<string>? Changed;

    /// <summary>The module's status; null: no such module.</summary>
    ModuleStatus? Find(string id);

    /// <summary>Calls into the running generation with a fresh scope of its container and, beside it, a scope of the host's.</summary>
    /// <exception cref="ModuleAwayException">The module is not running.</exception>
    /// <exception cref="ModuleCallException">The module's code threw; the exception itself stays inside.</exception>
    ValueTask<T> UseAsync<T>(string id, Func<IServiceProvider, CancellationToken, ValueTask<T>> call, CancellationToken cancellationToken);

    /// <summary>Fetches a fragment by a GET through the module's own pipeline as the user of the request. Never throws for what the module does: look at the status.</summary>
    ValueTask<ModuleFragment> FragmentAsync(string id, string path, HttpContext context, TimeSpan timeout);

    /// <summary>The module's API document (OpenAPI, JSON). The caller decides who may see it.</summary>
    ValueTask<ModuleFragment> ApiDocumentAsync(string id, HttpContext context, TimeSpan timeout);

    /// <summary>Verifies, installs and starts a package. A module of that id that runs already is replaced without a failed request; when the new one does not start, the old one stays.</summary>
    Task<ModuleStatus> LoadAsync(string packageFile, CancellationToken cancellationToken);

    /// <summary>Drains and unloads the running generation.</summary>
    Task<UnloadReport> UnloadAsync(string id, StopReason reason, CancellationToken cancellationToken);
}
