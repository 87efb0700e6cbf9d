using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Dispatch;

/// <summary>Serves the package's <c>wwwroot</c> under <c>/m/{id}/assets/{version}</c>: open to everybody, immutable.</summary>
internal static class ModuleAssets
{
    private static readonly string[] Scripts = [".js", ".mjs"];

    public static void UseModuleAssets(this IApplicationBuilder app, ModuleInfo info)
    {
        var folder = Path.Combine(info.PackageFolder, "wwwroot");
        if (!Directory.Exists(folder)) return;
        // A script nobody granted is as good as missing, from the decision on.
        var capabilities = app.ApplicationServices.GetRequiredService<OwnCapabilities>();
        app.UseWhen(context => IsScript(context) && !capabilities.Has(Capabilities.Script), branch => branch.Run(context => { context.DecideAccess("asset"); context.Response.StatusCode = StatusCodes.Status404NotFound; return Task.CompletedTask; }));
        app.UseStaticFiles(new StaticFileOptions
        {
            RequestPath = "/assets/" + info.Version,
            FileProvider = new PhysicalFileProvider(folder) { UsePollingFileWatcher = false },
            OnPrepareResponse = file =>
            {
                file.Context.DecideAccess("asset");
                file.Context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            },
        });
    }

    /// <summary>Whether a file of that name is a script.</summary>
    public static bool IsScript(string path) => Scripts.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static bool IsScript(HttpContext context) => context.Request.Path.StartsWithSegments("/assets") && IsScript(context.Request.Path.Value ?? "");
}
