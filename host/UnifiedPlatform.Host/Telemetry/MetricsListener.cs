using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Telemetry;

/// <summary><c>/metrics</c> on a listener of its own: behind a proxy on the same machine every caller of the main one looks local.</summary>
internal sealed class MetricsListener(PrometheusReader reader, PlatformOptions options) : IHostedService, IAsyncDisposable
{
    private WebApplication? _app;

    public IReadOnlyCollection<string> Addresses => (IReadOnlyCollection<string>?)_app?.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.ToArray() ?? [];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.MetricsUrls.Length == 0) return;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(options.MetricsUrls.Split(';', StringSplitOptions.RemoveEmptyEntries));
        _app = builder.Build();
        _app.MapGet("/metrics", async (HttpContext context) =>
        {
            context.Response.ContentType = "text/plain; version=0.0.4; charset=utf-8";
            await context.Response.WriteAsync(await reader.ScrapeAsync(context.RequestAborted), context.RequestAborted);
        }).Public("Figures without persons, on a listener of their own that is loopback unless the administrator says otherwise.");
        try
        {
            await _app.StartAsync(cancellationToken);
        }
        catch (IOException)
        {
            throw new StartupFailure($"The metrics listener cannot use {options.MetricsUrls}: the port is taken. Give another one with --metrics-urls, or --metrics-urls \"\" to go without.");
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => _app?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => _app?.DisposeAsync() ?? ValueTask.CompletedTask;
}
