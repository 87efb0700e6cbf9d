using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Sdk.Testing.Conformance;

/// <summary>Who gets what from a module's addresses.</summary>
internal static partial class AddressRules
{
    private const int LongestExcerpt = 400;
    private static readonly string[] HostHeads = ["residents.", "system.", "security.", "audit."];

    /// <summary>Rules of every endpoint, declared addresses, and the answers to a permitted and a bare user.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(ModuleTestHost host, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var endpoints = await EndpointsAsync(host, cancellationToken);
        return
        [
            .. AtOdds(host.Package.Contents, endpoints), .. await ReadableAsync(host, paths, cancellationToken), .. await RefusedAsync(host, endpoints, cancellationToken),
        ];
    }

    /// <summary>Permissions nobody declared, and declared addresses nobody answers at.</summary>
    public static IEnumerable<string> AtOdds(ModuleManifest manifest, IReadOnlyList<ModuleEndpoint> endpoints)
    {
        var declared = manifest.Permissions.Select(permission => permission.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (path, permission) in endpoints.SelectMany(endpoint => endpoint.Needs.Select(need => (endpoint.Path, Permission: need))))
            if (!declared.Contains(permission) && !HostHeads.Any(head => permission.StartsWith(head, StringComparison.Ordinal))) yield return $"{path} needs '{permission}', which no [assembly: Permission] declares: nobody could be given it.";
        foreach (var path in Declared(manifest).Where(path => !endpoints.Any(endpoint => endpoint.Get && endpoint.Fits(path)))) yield return $"The manifest names {path}, and no endpoint answers there.";
    }

    /// <summary>Pages and named addresses that a permitted user does not get.</summary>
    public static async Task<IReadOnlyList<string>> ReadableAsync(ModuleTestHost host, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        using var permitted = host.ClientFor(host.Permitted);
        var findings = new List<string>();
        foreach (var path in paths)
        {
            using var answer = await permitted.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
            if (answer.StatusCode != HttpStatusCode.OK) findings.Add($"GET {path} answered {(int)answer.StatusCode} to somebody with every permission of the module: {Excerpt(await answer.Content.ReadAsStringAsync(cancellationToken))}");
        }
        return findings;
    }

    /// <summary>Pages that somebody without a session gets.</summary>
    public static async Task<IReadOnlyList<string>> OpenToNobodyAsync(ModuleTestHost host, IReadOnlyList<string> pages, CancellationToken cancellationToken)
    {
        using var nobody = host.ClientFor(null);
        var findings = new List<string>();
        foreach (var path in pages)
        {
            using var answer = await nobody.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
            if (answer.StatusCode is not (HttpStatusCode.SeeOther or HttpStatusCode.Unauthorized)) findings.Add($"{path} answered {(int)answer.StatusCode} to nobody.");
        }
        return findings;
    }

    /// <summary>Endpoints that somebody without permission gets.</summary>
    public static async Task<IReadOnlyList<string>> RefusedAsync(ModuleTestHost host, IReadOnlyList<ModuleEndpoint> endpoints, CancellationToken cancellationToken)
    {
        using var bare = host.ClientFor(TestUser.Bare());
        var findings = new List<string>();
        foreach (var endpoint in endpoints.Where(endpoint => endpoint.Needs.Count > 0))
        {
            using var request = new HttpRequestMessage(endpoint.Method, new Uri(endpoint.Example, UriKind.Relative));
            if (!endpoint.Get) request.Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
            using var answer = await bare.SendAsync(request, cancellationToken);
            // A page's post without a form of ours is refused before anybody looks at rights.
            var refused = answer.StatusCode == HttpStatusCode.Forbidden || (!endpoint.Get && !endpoint.Api && answer.StatusCode == HttpStatusCode.BadRequest);
            if (!refused) findings.Add($"{endpoint.Method} {endpoint.Example} answered {(int)answer.StatusCode} to somebody without permission; 403 is right.");
        }
        return findings;
    }

    // Of a page its title says what is wrong; the rest is frame.
    private static string Excerpt(string body) => Title().Match(body) is { Success: true } title ? title.Groups[1].Value : body[..Math.Min(body.Length, LongestExcerpt)];

    private static IEnumerable<string> Declared(ModuleManifest manifest)
    {
        var contributes = manifest.Contributes;
        return contributes.Navigation.Select(entry => entry.Path).Concat(contributes.ResidentCards.Select(card => card.Path)).Concat(contributes.PartCapabilities.Select(part => part.Page))
            .Select(path => Hole().Replace(path.Split('?')[0], "x")).Distinct(StringComparer.Ordinal);
    }

    private static async Task<IReadOnlyList<ModuleEndpoint>> EndpointsAsync(ModuleTestHost host, CancellationToken cancellationToken) =>
        // Copied under the lease: nothing of the module's stays behind.
        await host.Runtime.UseAsync(host.Id, (services, _) => ValueTask.FromResult<IReadOnlyList<ModuleEndpoint>>(
        [
            .. services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
                .Where(endpoint => endpoint.RoutePattern.RawText is not null && endpoint.Metadata.GetMetadata<IEndpointRule>() is not null)
                .SelectMany(endpoint => Methods(endpoint).Select(method => new ModuleEndpoint(method, endpoint.RoutePattern.RawText ?? "", [.. endpoint.Metadata.GetOrderedMetadata<NeedsAttribute>().Select(need => need.Permission)]))),
        ]), cancellationToken);

    private static IReadOnlyList<string> Methods(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? [.. methods.Where(method => method != HttpMethods.Head)] : [HttpMethods.Get];

    [GeneratedRegex("<title>([^<]*)</title>")]
    private static partial Regex Title();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Hole();
}
