using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using UnifiedPlatform.Runtime.Dispatch;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Generations;

/// <summary>Builds the request pipeline of a generation: assets, routing, gate, endpoints.</summary>
internal static class ModulePipeline
{
    public static RequestDelegate Build(IServiceProvider services, IModule module, ModuleInfo info, OpenSockets sockets)
    {
        var app = new ApplicationBuilder(services);
        app.UseModuleAssets(info);
        app.UseSockets(sockets);
        app.UseRouting();
        // Takes the note where the endpoint is known and before the gate may refuse; it is cleared when the lease ends.
        app.Use(static next => context =>
        {
            RouteNote.Take(context);
            return next(context);
        });
        app.UseEndpointGate();
        app.UseEndpoints(endpoints =>
        {
            endpoints.MapModuleOpenApi();
            var pathBase = "/m/" + info.Id;
            module.Map(new ModuleRoutes(endpoints.MapGroup("/api").NoteTemplates(pathBase), endpoints.MapGroup("").NoteTemplates(pathBase), module.GetType().Assembly, info));
            OwnGround.CheckRoutes(endpoints.DataSources);
            if (EndpointRules.Undecided(endpoints.DataSources) is [var undecided, ..])
                throw ModuleRefusedException.For(ModuleFailureCodes.EndpointRule, undecided);
        });
        return app.Build();
    }
}
