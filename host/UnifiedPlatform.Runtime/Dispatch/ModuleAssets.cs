using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Dispatch;

/// <summary>Serves the package's <c>wwwroot</c> under <c>/m/{id}/assets/{version}</c>: open to everybody, immutable.</summary>
internal static class ModuleAssets
{
    public static void UseModuleAssets(this IApplicationBuilder app, ModuleInfo info)
    {
        var folder = Path.Combine(info.PackageFolder, "wwwroot");
        if (!Directory.Exists(folder)) return;
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
}
