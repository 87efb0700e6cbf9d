using UnifiedPlatform.Sdk.Analyzers.Access;

namespace UnifiedPlatform.Sdk.Tests.Analyzers;

public sealed class EndpointWithoutRuleTests
{
    [Theory]
    [InlineData("""routes.MapGet("/a", () => "");""")]
    [InlineData("""routes.MapPost("/a", () => "").WithName("A");""")]
    [InlineData("""routes.MapGroup("/g").MapGet("/a", () => "");""")]
    [InlineData("""var group = routes.MapGroup("/g"); group.MapGet("/a", () => "").Needs("p"); group.MapGet("/b", () => "");""")]
    [InlineData("""var end = routes.MapGet("/a", () => ""); end.WithName("A");""")]
    [InlineData("""routes.MapFallback(() => "");""")]
    [InlineData("""EndpointRouteBuilderExtensions.MapGet(routes, "/a", () => "");""")]
    [InlineData("""routes.MapGet("/a", Handle);""")]
    [InlineData("""Name(routes.MapGet("/a", () => ""));""")]
    public async Task An_endpoint_without_a_rule_is_an_error(string statement) =>
        Assert.Equal(["UPS001"], (await Snippet.AnalyzeAsync(new EndpointWithoutRuleAnalyzer(), In(statement))).Select(x => x.Id));

    [Theory]
    [InlineData("""routes.MapGet("/a", () => "").WithName("A").Needs("p");""")]
    [InlineData("""routes.MapGet("/a", () => "").SignedIn("own settings").WithName("A");""")]
    [InlineData("""routes.MapGet("/a", () => "").Public("a probe");""")]
    [InlineData("""routes.MapGroup("/g").Needs("p").MapGet("/a", () => "");""")]
    [InlineData("""var group = routes.MapGroup("/g").WithTags("g").Needs("p"); group.MapGet("/a", () => ""); group.MapGroup("/h").MapPost("/b", () => "");""")]
    [InlineData("""var group = routes.MapGroup("/g"); group.Needs("p"); group.MapGet("/a", () => "");""")]
    [InlineData("""var end = routes.MapGet("/a", () => ""); end.Needs("p");""")]
    [InlineData("""routes.MapGet("/a", [Needs("p")] () => "");""")]
    [InlineData("""routes.MapGet("/a", Guarded);""")]
    [InlineData("""var group = routes.MapGroup("/g");""")]
    [InlineData("""Guard(routes.MapGet("/a", () => "").WithName("A"));""")]
    public async Task An_endpoint_with_a_rule_of_its_own_or_of_its_group_is_none(string statement) =>
        Assert.Empty(await Snippet.AnalyzeAsync(new EndpointWithoutRuleAnalyzer(), In(statement)));

    [Theory]
    [InlineData("""[Route("/a")] public class P;""", 1)]
    [InlineData("""[Route("/a"), Needs("p")] public class P;""", 0)]
    [InlineData("""[Needs("p")] public class B; [Route("/a")] public class P : B;""", 0)]
    [InlineData("public class P;", 0)]
    public async Task A_page_carries_a_rule(string source, int errors) =>
        Assert.Equal(errors, (await Snippet.AnalyzeAsync(new EndpointWithoutRuleAnalyzer(), "using Microsoft.AspNetCore.Components; using UnifiedPlatform.Sdk.Access; " + source)).Count);

    private static string In(string statement) => $$"""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Routing;
        using UnifiedPlatform.Sdk.Access;

        public static class Endpoints
        {
            public static void Map(IEndpointRouteBuilder routes)
            {
                {{statement}}
            }

            private static void Guard(IEndpointConventionBuilder endpoint)
            {
                if (endpoint is RouteGroupBuilder) endpoint.SignedIn("why");
                else endpoint.Public("why");
            }

            private static void Name(IEndpointConventionBuilder endpoint) => endpoint.WithName("A");

            public static string Handle() => "";

            [Needs("p")]
            public static string Guarded() => "";
        }
        """;
}
