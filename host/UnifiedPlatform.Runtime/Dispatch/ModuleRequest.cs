using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Runtime.Generations;

namespace UnifiedPlatform.Runtime.Dispatch;

/// <summary>Carries a request through a generation's pipeline with a scope of its container, and leaves nothing of it behind on the context, which the server uses again.</summary>
internal static class ModuleRequest
{
    public static async Task RunAsync(Generation generation, HttpContext context, PathString path, IServiceProvider hostScope)
    {
        var (request, outerBase, outerPath, outerServices) = (context.Request, context.Request.PathBase, context.Request.Path, context.Features.Get<IServiceProvidersFeature>());
        await using var scope = generation.OpenScope();
        context.Features.Set(new HostServices(generation.Info.Id, hostScope));
        hostScope.GetService<ModuleCaller>()?.Enter(generation.Manifest);
        context.Features.Set<IServiceProvidersFeature>(new ScopeFeature { RequestServices = scope });
        context.SetEndpoint(null);
        request.PathBase = outerBase.Add(generation.PathBase);
        request.Path = path;
        try
        {
            await generation.Pipeline(context);
        }
        finally
        {
            context.SetEndpoint(null);
            context.Features.Set<IRouteValuesFeature>(null);
            context.Features.Set(outerServices);
            context.Features.Set<HostServices>(null);
            request.PathBase = outerBase;
            request.Path = outerPath;
        }
    }

    private sealed class ScopeFeature : IServiceProvidersFeature
    {
        public required IServiceProvider RequestServices { get; set; }
    }
}
