using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Dispatch;

/// <summary>The API document of a module, written inside its generation. The host serves it as <c>/openapi/{id}.json</c> after its own check.</summary>
internal static class ModuleOpenApi
{
    public const string Path = "/openapi.internal";

    public static void AddModuleOpenApi(this IServiceCollection services, ModuleInfo info)
    {
        services.AddEndpointsApiExplorer();
        services.AddOpenApi(info.Id, options =>
        {
            options.ShouldInclude = static description => description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info.Title = info.Title.ToString();
                document.Info.Version = info.Version;
                document.Servers = [new() { Url = "/m/" + info.Id }];
                return Task.CompletedTask;
            });
        });
    }

    public static void MapModuleOpenApi(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapOpenApi(Path + "/{documentName}").Public("reached through the host's own address only, which decides");
}
