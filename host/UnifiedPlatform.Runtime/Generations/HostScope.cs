using Microsoft.AspNetCore.Http;
using UnifiedPlatform.Runtime.Dispatch;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Generations;

/// <summary>The host's scope beside a scope of the module; scoped imports come from it. In a request it is the request's own, found only when something asks for it.</summary>
internal sealed class HostScope(IHttpContextAccessor accessor, ModuleInfo module)
{
    private IServiceProvider? _services;

    public IServiceProvider Services
    {
        get => _services ?? Requested
            ?? throw new InvalidOperationException("A scoped service of the host was asked for outside a request, job or consumer.");
        set => _services = value;
    }

    // A module called from another's request does not act with what that one may.
    private IServiceProvider? Requested => accessor.HttpContext?.Features.Get<HostServices>() is { } inside && inside.Module == module.Id ? inside.Services : null;
}
