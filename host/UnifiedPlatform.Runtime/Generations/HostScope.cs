using Microsoft.AspNetCore.Http;
using UnifiedPlatform.Runtime.Dispatch;

namespace UnifiedPlatform.Runtime.Generations;

/// <summary>The host's scope beside a scope of the module; scoped imports come from it. In a request it is the request's own, found only when something asks for it.</summary>
internal sealed class HostScope(IHttpContextAccessor accessor)
{
    private IServiceProvider? _services;

    public IServiceProvider Services
    {
        get => _services ?? accessor.HttpContext?.Features.Get<HostServices>()?.Services
            ?? throw new InvalidOperationException("A scoped service of the host was asked for outside a request, job or consumer.");
        set => _services = value;
    }
}
