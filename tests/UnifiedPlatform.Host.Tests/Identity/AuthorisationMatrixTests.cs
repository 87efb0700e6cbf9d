using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Host.Identity;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Host.Tests.Identity;

/// <summary>Every endpoint of the host and of all modules against every role. A new endpoint, a new rule or a new right shows as a changed line of the approved file
/// (written anew with <c>UNIFIED_WRITE_APPROVED=1</c>) and is read by a person before it is taken.</summary>
[Trait("Duration", "Long")]
public sealed partial class AuthorisationMatrixTests
{
    private const string Approved = "tests/UnifiedPlatform.Host.Tests/Identity/authorisation-matrix.txt";

    // One demo key a role; the key's name is the account's.
    private static readonly (string Role, string Key)[] Roles =
    [
        ("CL", "clerk"), ("CW", "community-worker"), ("DH", "civil-affairs"), ("SW", "social-worker"), ("PO", "party-officer"), ("VO", "volunteer-organiser"),
        ("DS", "steward"), ("SY", "system-officer"), ("SE", "security-officer"), ("AU", "audit-officer"), ("MI", "importer"),
    ];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_endpoint_answers_every_role_as_approved()
    {
        await using var platform = await TestPlatform.StartAsync(cancellationToken: Cancelled);
        var endpoints = await EndpointsAsync(platform);
        using var anonymous = platform.Anonymous();
        var clients = Roles.ToDictionary(role => role.Role, role => platform.ClientFor(role.Key));
        var wrong = new ConcurrentBag<string>();
        var lines = new List<string>();

        foreach (var endpoint in endpoints)
        {
            var allowed = Roles.Where(role => endpoint.IsOpen || endpoint.Permissions.All(permission => Holds(platform, role.Key, permission))).Select(role => role.Role).ToHashSet();
            lines.Add($"{endpoint.Method,-6} {endpoint.Route}  [{endpoint.Rule}]  {(endpoint.IsPublic ? "everybody" : string.Join(' ', Roles.Select(role => allowed.Contains(role.Role) ? role.Role : "--")))}");
            if (!endpoint.IsPublic) await ProbeAsync(anonymous, endpoint, "nobody", wrong, IsAnonymousRefusal);
            // Refusals are tried for every method; what is allowed only by reading, so that no probe changes anything.
            foreach (var (role, client) in clients)
                if (!allowed.Contains(role)) await ProbeAsync(client, endpoint, role, wrong, status => status == HttpStatusCode.Forbidden);
                else if (endpoint.Method == "GET") await ProbeAsync(client, endpoint, role, wrong, status => status is not HttpStatusCode.Unauthorized);
        }

        foreach (var client in clients.Values) client.Dispose();
        Assert.True(wrong.IsEmpty, string.Join('\n', wrong.Order()));
        Compare(lines);
    }

    [Fact]
    public void Officers_never_hold_business_rights_and_nobody_holds_theirs()
    {
        foreach (var role in UnifiedPlatform.Host.Identity.Rights.RoleMatrix.Roles)
            Assert.All(role.Permissions.Keys, permission => Assert.True(
                role.Officer ? !permission.StartsWith("residents.", StringComparison.Ordinal) : !permission.StartsWith("security.", StringComparison.Ordinal) && !permission.StartsWith("audit.", StringComparison.Ordinal), $"{role.Key} {permission}"));
    }

    // A post to a page without a form's token is refused before the rules are asked.
    private static bool IsAnonymousRefusal(HttpStatusCode status) => status is HttpStatusCode.Unauthorized or HttpStatusCode.SeeOther or HttpStatusCode.BadRequest;

    private static bool Holds(TestPlatform platform, string key, string permission) =>
        platform.Credentials().GetProperty("apiKeys").EnumerateArray().Single(entry => entry.GetProperty("name").GetString() == key)
            .GetProperty("permissions").EnumerateArray().Any(held => held.GetString() == permission);

    private static async Task ProbeAsync(HttpClient client, Mapped endpoint, string who, ConcurrentBag<string> wrong, Func<HttpStatusCode, bool> fits)
    {
        using var request = new HttpRequestMessage(new HttpMethod(endpoint.Method), endpoint.Address);
        if (endpoint.Method != "GET") request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
        if (!fits(answer.StatusCode)) wrong.Add($"{endpoint.Method} {endpoint.Route} answered {(int)answer.StatusCode} to {who}");
    }

    private static async Task<IReadOnlyList<Mapped>> EndpointsAsync(TestPlatform platform)
    {
        var all = platform.Services.GetRequiredService<HostEndpoints>().Sources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().SelectMany(endpoint => Mapped.From("", endpoint)).ToList();
        var runtime = platform.Services.GetRequiredService<IModuleRuntime>();
        foreach (var module in runtime.Modules)
            all.AddRange(await runtime.UseAsync(module.Id, (services, _) => ValueTask.FromResult<IReadOnlyList<Mapped>>(
                [.. services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().SelectMany(endpoint => Mapped.From("/m/" + module.Id, endpoint))]), Cancelled));
        return [.. all.DistinctBy(endpoint => (endpoint.Method, endpoint.Route)).OrderBy(endpoint => endpoint.Route, StringComparer.Ordinal).ThenBy(endpoint => endpoint.Method, StringComparer.Ordinal)];
    }

    private static void Compare(List<string> lines)
    {
        var path = Path.Combine(Checkout.Root, Approved);
        if (Environment.GetEnvironmentVariable("UNIFIED_WRITE_APPROVED") == "1") File.WriteAllText(path, string.Join('\n', lines) + "\n");
        var approved = File.ReadAllLines(path);
        Assert.True(approved.SequenceEqual(lines),
            "The matrix differs from the approved file. Only there: " + string.Join(" | ", approved.Except(lines)) + " — only now: " + string.Join(" | ", lines.Except(approved)));
    }

    private sealed partial record Mapped(string Method, string Route, string Address, string Rule, bool IsPublic, bool IsOpen, IReadOnlyList<string> Permissions)
    {
        public static IEnumerable<Mapped> From(string prefix, RouteEndpoint endpoint)
        {
            var needs = endpoint.Metadata.GetOrderedMetadata<NeedsAttribute>().Select(need => need.Permission).Distinct(StringComparer.Ordinal).ToArray();
            var isPublic = needs.Length == 0 && endpoint.Metadata.GetMetadata<PublicAttribute>() is not null;
            var rule = needs.Length > 0 ? string.Join(" + ", needs) : isPublic ? "public" : "signed-in";
            var route = prefix + "/" + endpoint.RoutePattern.RawText?.TrimStart('/');
            var address = Parameter().Replace(route, match => Value(match.Value));
            foreach (var method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"])
                if (method != "HEAD") yield return new Mapped(method, route, address, rule, isPublic, needs.Length == 0, needs);
        }

        // Something the route takes and no record has.
        private static string Value(string parameter) => parameter switch
        {
            _ when parameter.Contains(":guid", StringComparison.Ordinal) => Guid.CreateVersion7().ToString(),
            _ when parameter.Contains(":int", StringComparison.Ordinal) || parameter.Contains(":long", StringComparison.Ordinal) => "1",
            _ when parameter.Contains(":regex(", StringComparison.Ordinal) => Word().Match(parameter, parameter.IndexOf(":regex(", StringComparison.Ordinal) + 7).Value,
            _ => "x",
        };

        [GeneratedRegex("[a-z][a-z-]+")]
        private static partial Regex Word();

        [GeneratedRegex(@"\{[^}]*\}")]
        private static partial Regex Parameter();
    }
}
