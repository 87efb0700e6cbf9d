using UnifiedPlatform.Sdk.Analyzers.Access;

namespace UnifiedPlatform.Sdk.Tests.Analyzers;

public sealed class UnknownPermissionTests
{
    private const string Head = """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Routing;
        using UnifiedPlatform.Sdk.Access;
        using UnifiedPlatform.Sdk.Modules;

        """;

    [Theory]
    [InlineData("""public class C { const string P = "permits.permit.edti"; bool M(IAccess access) => access.May(P); }""")]
    [InlineData("""public class C { bool M(IAccess access) => access.May("social-linkage.worker.view"); }""")]
    [InlineData("""[Needs("permits.permit.delete")] public class C;""")]
    [InlineData("""[assembly: Navigation("/a", "k", Needs = "permits.permit.delete")]""")]
    [InlineData("""public static class C { static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/a", () => "").Needs("permits.permit.delete"); }""")]
    public async Task A_permission_nobody_declared_is_an_error(string source) =>
        Assert.Equal(["UPS002"], (await AnalyzeAsync(source)).Select(x => x.Id));

    [Theory]
    [InlineData("""public class C { const string P = "permits.permit.view"; bool M(IAccess access) => access.May(P); }""")]
    [InlineData("""[Needs("residents.card.view")] public class C;""")]
    [InlineData("""[assembly: Navigation("/a", "k", Needs = "permits.permit.view")]""")]
    [InlineData("""public class C { bool M(IAccess access, string permission) => access.May(permission); }""")]
    public async Task One_of_the_module_or_of_the_host_is_none(string source) => Assert.Empty(await AnalyzeAsync(source));

    [Theory]
    [InlineData("residents.card.view", 0)]
    [InlineData("residents.card.veiw", 1)]
    public async Task Where_the_host_s_table_is_given_a_host_permission_must_stand_in_it(string permission, int errors) =>
        Assert.Equal(errors, (await AnalyzeAsync($$"""[Needs("{{permission}}")] public class C;""", ("/host/roles.json", """{"roles":[{"permissions":{"residents.card.view":"y"}}]}"""))).Count);

    private static Task<IReadOnlyList<Microsoft.CodeAnalysis.Diagnostic>> AnalyzeAsync(string source, params (string Path, string Text)[] files)
    {
        var assembly = source.StartsWith("[assembly", StringComparison.Ordinal) ? source : "";
        return Snippet.AnalyzeAsync(new UnknownPermissionAnalyzer(), $"{Head}{assembly}\n[assembly: Permission(\"permits.permit.view\", \"查看\", \"View\")]\n{(assembly.Length == 0 ? source : "")}", files);
    }
}
