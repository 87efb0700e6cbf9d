using Microsoft.CodeAnalysis.Diagnostics;
using UnifiedPlatform.Sdk.Analyzers.Access;
using UnifiedPlatform.Sdk.Analyzers.Modules;

namespace UnifiedPlatform.Sdk.Tests.Analyzers;

public sealed class ModuleRulesTests
{
    private const string Head = """
        using System;
        using System.IO;
        using System.Text.Json;
        using System.Threading;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.DependencyInjection;
        using UnifiedPlatform.Sdk.Data;
        using UnifiedPlatform.Sdk.Modules;

        """;

    private const string Module = """
        [assembly: Module("x", "甲", "X")]

        """;

    public static TheoryData<DiagnosticAnalyzer, string, string> Broken => new()
    {
        { new RenderModeAnalyzer(), "UPS003", "public class ModeAttribute : Microsoft.AspNetCore.Components.RenderModeAttribute { public override Microsoft.AspNetCore.Components.IComponentRenderMode Mode => null!; } [Mode] public class P : Microsoft.AspNetCore.Components.ComponentBase;" },
        { new StaticInvokableAnalyzer(), "UPS004", "public class A { [Microsoft.JSInterop.JSInvokable] public static void B() { } }" },
        { new SharedJsonAnalyzer(), "UPS005", "public class A { object B() => JsonSerializerOptions.Default; }" },
        { new SharedJsonAnalyzer(), "UPS005", "public class A { object B() => JsonSerializerOptions.Web; }" },
        { new SharedJsonAnalyzer(), "UPS005", "public class A { object B() => new JsonSerializerOptions(); }" },
        { new SharedJsonAnalyzer(), "UPS005", "public class A { object B() => new JsonSerializerOptions(JsonSerializerDefaults.Web); }" },
        { new SharedJsonAnalyzer(), "UPS005", "public class A { string B() => JsonSerializer.Serialize(new A()); string C(int one) => JsonSerializer.Serialize(one); }" },
        { new SharedJsonAnalyzer(), "UPS005", "public class A { string B() => JsonSerializer.Serialize(new { C = 1 }); }" },
        { new SharedJsonAnalyzer(), "UPS005", "public class A { string B<T>(T c) => JsonSerializer.Serialize(c); }" },
        { new SharedJsonAnalyzer(), "UPS005", "public class A { string B(object c) => JsonSerializer.Serialize(c); string D(System.Collections.Generic.List<int> e) => JsonSerializer.Serialize(e); }" },
        { new SharedJsonAnalyzer(), "UPS005", "public class A { string B(object c, System.Type d) => JsonSerializer.Serialize(c, d); }" },
        { new SharedJsonAnalyzer(), "UPS005", "public class A { object B(System.Net.Http.HttpContent c) => System.Net.Http.Json.HttpContentJsonExtensions.ReadFromJsonAsync<A>(c); }" },
        { new ForbiddenTypeAnalyzer(), "UPS006", "public class A(System.Net.Http.IHttpClientFactory b) { object B() => b; }" },
        { new ForbiddenTypeAnalyzer(), "UPS006", "public static class A { static void B(IServiceCollection s) => s.AddHttpClient(); }" },
        { new DynamicAnalyzer(), "UPS007", "public class A { object B(dynamic c) => c.D; }" },
        { new StaticTimerAnalyzer(), "UPS008", "public class A { static readonly Timer B = new(_ => { }); object C() => B; }" },
        { new StaticTimerAnalyzer(), "UPS008", "public class A { static PeriodicTimer? B { get; set; } }" },
        { new ProcessEventAnalyzer(), "UPS009", "public class A { void B() => AppDomain.CurrentDomain.ProcessExit += (_, _) => { }; }" },
        { new ProcessEventAnalyzer(), "UPS009", "public class A { void B() => System.Runtime.Loader.AssemblyLoadContext.Default.Unloading += _ => { }; }" },
        { new ForbiddenTypeAnalyzer(), "UPS010", "public static class A { static void B(DbContextOptionsBuilder o) => o.UseSqlite(\"\"); }" },
        { new ForbiddenTypeAnalyzer(), "UPS010", "public static class A { static void B(IServiceCollection s) => s.AddDbContext<DbContext>(); }" },
        { new ForeignContextAnalyzer(), "UPS011", "public class A : DbContext;" },
        { new ForbiddenTypeAnalyzer(), "UPS012", "public class A : Microsoft.AspNetCore.Mvc.ControllerBase;" },
        { new ForbiddenTypeAnalyzer(), "UPS012", "public static class A { static void B(IServiceCollection s) => s.AddControllers(); }" },
        { new FilePathAnalyzer(), "UPS014", "public class A { string B() => File.ReadAllText(\"notes.txt\"); }" },
        { new FilePathAnalyzer(), "UPS014", "public class A { string B() => Path.GetTempPath(); }" },
    };

    public static TheoryData<DiagnosticAnalyzer, string> Sound => new()
    {
        { new RenderModeAnalyzer(), "public class A : Microsoft.AspNetCore.Components.ComponentBase;" },
        { new StaticInvokableAnalyzer(), "public class A { [Microsoft.JSInterop.JSInvokable] public void B() { } }" },
        { new SharedJsonAnalyzer(), "public class A(IModuleJson json) { string B() => JsonSerializer.Serialize(1, json.Options); object C() => new JsonSerializerOptions(json.Options); object D() => PlatformJson.Create(); string E(string[] f) => JsonSerializer.Serialize(f); }" },
        { new DynamicAnalyzer(), "public class A { object B(JsonElement c) => c.GetProperty(\"d\"); }" },
        { new StaticTimerAnalyzer(), "public sealed class A : IDisposable { readonly Timer _b = new(_ => { }); public void Dispose() => _b.Dispose(); }" },
        { new ProcessEventAnalyzer(), "public class A { event EventHandler? B; void C() => B += (_, _) => B?.Invoke(this, EventArgs.Empty); }" },
        { new ForeignContextAnalyzer(), "public class A(DbContextOptions<A> o) : ModuleDbContext(o);" },
        { new FilePathAnalyzer(), "public class A(ModuleInfo info) { string B() => File.ReadAllText(Path.Combine(info.DataFolder, \"notes.txt\")); }" },
    };

    [Theory]
    [MemberData(nameof(Broken), DisableDiscoveryEnumeration = true)]
    public async Task What_keeps_an_old_version_alive_is_told_in_a_module_and_nowhere_else(DiagnosticAnalyzer analyzer, string id, string source)
    {
        Assert.Equal([id], (await Snippet.AnalyzeAsync(analyzer, Head + Module + source)).Select(x => x.Id));
        Assert.Empty(await Snippet.AnalyzeAsync(analyzer, Head + source));
    }

    [Theory]
    [MemberData(nameof(Sound), DisableDiscoveryEnumeration = true)]
    public async Task The_way_the_handbook_shows_is_none(DiagnosticAnalyzer analyzer, string source) => Assert.Empty(await Snippet.AnalyzeAsync(analyzer, Head + Module + source));

    [Fact]
    public void Every_rule_has_its_place_in_the_handbook()
    {
        DiagnosticAnalyzer[] all =
        [
            new RenderModeAnalyzer(), new StaticInvokableAnalyzer(), new SharedJsonAnalyzer(), new ForbiddenTypeAnalyzer(), new DynamicAnalyzer(), new StaticTimerAnalyzer(),
            new ProcessEventAnalyzer(), new ForeignContextAnalyzer(), new FilePathAnalyzer(), new EndpointWithoutRuleAnalyzer(), new UnknownPermissionAnalyzer(),
        ];
        var handbook = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "analyzers.md"));

        Assert.All(all.SelectMany(analyzer => analyzer.SupportedDiagnostics), rule =>
        {
            Assert.Contains($"## {rule.Id}\n", handbook, StringComparison.Ordinal);
            Assert.Equal($"docs/analyzers.md#{rule.Id.ToLowerInvariant()}", rule.HelpLinkUri);
        });
    }
}
