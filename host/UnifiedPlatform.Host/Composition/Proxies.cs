using Microsoft.AspNetCore.HttpOverrides;

namespace UnifiedPlatform.Host.Composition;

/// <summary>Networks of the proxies in front (<c>Security:Proxies</c>, CIDR, separated by commas): from nobody else are forwarded headers believed.</summary>
internal static class Proxies
{
    public static IReadOnlyList<System.Net.IPNetwork> Declared(IConfiguration settings) =>
        [.. (settings["Security:Proxies"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Network)];

    public static void UseDeclaredProxies(this WebApplication app)
    {
        if (Declared(app.Configuration) is not { Count: > 0 } networks) return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in networks) options.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(options);
    }

    private static System.Net.IPNetwork Network(string text) => System.Net.IPNetwork.TryParse(text, out var network)
        ? network
        : throw new StartupFailure($"Security:Proxies has '{text}', which is no network. Write it as 10.1.2.0/24, several separated by commas.");
}
