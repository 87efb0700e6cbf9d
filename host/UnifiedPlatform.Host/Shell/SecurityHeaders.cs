namespace UnifiedPlatform.Host.Shell;

/// <summary>Headers every answer carries, also those of modules, which cannot weaken them: they are written when the answer begins.</summary>
internal static class SecurityHeaders
{
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; " +
        "frame-ancestors 'none'; base-uri 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types up; report-uri /csp-report";

    private const string PermissionsPolicy =
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), " +
        "microphone=(), midi=(), payment=(), picture-in-picture=(), publickey-credentials-get=(), screen-wake-lock=(), usb=(), xr-spatial-tracking=()";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use(static next => context =>
    {
        context.Response.OnStarting(static state => Write(((HttpContext)state).Response.Headers), context);
        return next(context);
    });

    private static Task Write(IHeaderDictionary headers)
    {
        // A stored file shown inline brings a narrower policy of its own (sandbox); everything else gets ours.
        if (!headers.ContentSecurityPolicy.ToString().StartsWith("sandbox", StringComparison.Ordinal)) headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = PermissionsPolicy;
        // Unless an answer says otherwise it may hold somebody's data.
        if (headers.CacheControl.Count == 0) headers.CacheControl = "no-store";
        headers.Remove("Server");
        return Task.CompletedTask;
    }
}
