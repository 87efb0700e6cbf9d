using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using UnifiedPlatform.Sdk.Analyzers.Access;
using UnifiedPlatform.Sdk.Analyzers.Fixes;
using UnifiedPlatform.Sdk.Analyzers.Modules;

namespace UnifiedPlatform.Sdk.Tests.Analyzers;

public sealed class CodeFixTests
{
    private const string Head = """
        using System.IO;
        using System.Text.Json;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Components;
        using Microsoft.AspNetCore.Routing;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.DependencyInjection;
        using UnifiedPlatform.Sdk.Modules;

        [assembly: Module("x", "甲", "X")]
        [assembly: Permission(Names.View, "看", "View")]

        internal static class Names { public const string View = "x.a.view"; }

        """;

    public static TheoryData<DiagnosticAnalyzer, CodeFixProvider, string, string> Fixed => new()
    {
        { new EndpointWithoutRuleAnalyzer(), new EndpointRuleFix(), "class A { void B(IEndpointRouteBuilder r) => r.MapGet(\"/a\", () => \"\").WithName(\"A\"); }", "class A { void B(IEndpointRouteBuilder r) => r.MapGet(\"/a\", () => \"\").Needs(Names.View).WithName(\"A\"); }" },
        { new EndpointWithoutRuleAnalyzer(), new EndpointRuleFix(), "[Route(\"/a\")] public class P : ComponentBase;", "[UnifiedPlatform.Sdk.Access.Needs(Names.View)] public class P : ComponentBase;" },
        { new StaticInvokableAnalyzer(), new InstanceMethodFix(), "public class A { [Microsoft.JSInterop.JSInvokable] public static void B() { } }", "public class A { [Microsoft.JSInterop.JSInvokable] public void B() { } }" },
        { new SharedJsonAnalyzer(), new PlatformJsonFix(), "class A { object B() => JsonSerializerOptions.Web; }", "class A { object B() => PlatformJson.Create(); }" },
        { new SharedJsonAnalyzer(), new PlatformJsonFix(), "class A { object B() => new JsonSerializerOptions(JsonSerializerDefaults.Web); }", "class A { object B() => PlatformJson.Create(); }" },
        { new SharedJsonAnalyzer(), new PlatformJsonFix(), "class A(IModuleJson json) { string B() => JsonSerializer.Serialize(this); }", "class A(IModuleJson json) { string B() => JsonSerializer.Serialize(this, json.Options); }" },
        { new ForbiddenTypeAnalyzer(), new ModuleDatabaseFix(), "class A(DbContextOptions<A> o) : UnifiedPlatform.Sdk.Data.ModuleDbContext(o) { void B(IModuleServices m) { m.Services.AddDbContext<A>(); } }", "class A(DbContextOptions<A> o) : UnifiedPlatform.Sdk.Data.ModuleDbContext(o) { void B(IModuleServices m) { m.AddDatabase<A>(); } }" },
        { new ForeignContextAnalyzer(), new ModuleContextFix(), "public class A(DbContextOptions<A> o) : DbContext(o);", "public class A(DbContextOptions<A> o) : UnifiedPlatform.Sdk.Data.ModuleDbContext(o);" },
        { new ForeignContextAnalyzer(), new ModuleContextFix(), "public class A : DbContext;", "public class A(DbContextOptions<A> options) : UnifiedPlatform.Sdk.Data.ModuleDbContext(options);" },
        { new FilePathAnalyzer(), new DataFolderFix(), "class A(ModuleInfo info) { string B() => File.ReadAllText(\"notes.txt\"); }", "class A(ModuleInfo info) { string B() => File.ReadAllText(Path.Combine(info.DataFolder, \"notes.txt\")); }" },
        { new FilePathAnalyzer(), new DataFolderFix(), "class A(ModuleInfo info) { string B() => Path.GetTempPath(); }", "class A(ModuleInfo info) { string B() => info.DataFolder; }" },
    };

    public static TheoryData<DiagnosticAnalyzer, CodeFixProvider, string> Left => new()
    {
        { new SharedJsonAnalyzer(), new PlatformJsonFix(), "class A { object B() => new JsonSerializerOptions { WriteIndented = true }; }" },
        { new SharedJsonAnalyzer(), new PlatformJsonFix(), "class A { string B() => JsonSerializer.Serialize(this); }" },
        { new StaticInvokableAnalyzer(), new InstanceMethodFix(), "static class A { [Microsoft.JSInterop.JSInvokable] public static void B() { } }" },
        { new FilePathAnalyzer(), new DataFolderFix(), "class A { string B() => File.ReadAllText(\"notes.txt\"); }" },
        { new FilePathAnalyzer(), new DataFolderFix(), "class A(ModuleInfo info) { string B() => File.ReadAllText(\"/etc/hosts\") + info.Id; }" },
        { new ForbiddenTypeAnalyzer(), new ModuleDatabaseFix(), "static class A { static void B(IServiceCollection s) => s.AddDbContext<DbContext>(); }" },
    };

    [Theory]
    [MemberData(nameof(Fixed), DisableDiscoveryEnumeration = true)]
    public async Task The_fix_writes_the_way_of_the_handbook_and_the_rule_is_content(DiagnosticAnalyzer analyzer, CodeFixProvider fix, string before, string after)
    {
        var written = await FixedSnippet.ApplyAsync(analyzer, fix, Head + before);

        Assert.NotNull(written);
        Assert.EndsWith(after, written.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Empty(await Snippet.AnalyzeAsync(analyzer, written));
    }

    [Theory]
    [MemberData(nameof(Left), DisableDiscoveryEnumeration = true)]
    public async Task Where_a_fix_would_guess_none_is_offered(DiagnosticAnalyzer analyzer, CodeFixProvider fix, string before) => Assert.Null(await FixedSnippet.ApplyAsync(analyzer, fix, Head + before));
}
