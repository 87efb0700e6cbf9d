using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace UnifiedPlatform.Host.Shell;

/// <summary>How much a caller may send (security.md §6.6). Uploads of signed-in people may be larger.</summary>
internal static class ListenerLimits
{
    public static void AddListenerLimits(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            var limits = kestrel.Limits;
            limits.MaxRequestBodySize = 1 << 20;
            limits.MaxRequestHeadersTotalSize = 32 << 10;
            limits.MaxRequestLineSize = 8 << 10;
            limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            limits.MinRequestBodyDataRate = new MinDataRate(240, TimeSpan.FromSeconds(5));
            limits.MaxConcurrentConnections = 1_000;
            limits.Http2.MaxStreamsPerConnection = 100;
        });
        builder.Services.Configure<FormOptions>(forms =>
        {
            forms.ValueCountLimit = 2_000;
            forms.MultipartBodyLengthLimit = Forms.FormGuard.UploadLimit;
            // An upload may hold personal data: it is kept in memory, not in a temporary file.
            forms.MemoryBufferThreshold = (int)Forms.FormGuard.UploadLimit;
        });
    }
}
