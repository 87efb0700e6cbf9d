using UnifiedPlatform.Sdk.Modules.Code;

namespace UnifiedPlatform.Runtime.Packages.Code;

/// <summary>What the analyzers forbid in a module, read from the compiled code, because analyzers can be switched off.</summary>
internal static class CodeRules
{
    private const string Options = "System.Text.Json.JsonSerializerOptions";

    private static readonly string[] FileTypes = ["System.IO.File", "System.IO.Directory", "System.IO.FileInfo", "System.IO.DirectoryInfo", "System.IO.FileStream", "System.IO.StreamReader", "System.IO.StreamWriter"];

    /// <summary>Uses that refuse a package.</summary>
    public static IReadOnlyList<CodeRule> Forbidden { get; } =
    [
        new("json-options", use => use is { Type: Options, Member: "get_Default" or "get_Web" or "get_Strict" } || (use is { Type: Options, Member: ".ctor", Parameters: { } with } && !with.Contains(Options))),
        new("json-default", UsesDefaultJson.In),
        new("http", use => use.Type is "System.Net.Http.IHttpClientFactory" or "System.Net.WebClient" or "System.Net.WebRequest" or "System.Net.HttpWebRequest" or "Microsoft.Extensions.DependencyInjection.HttpClientFactoryServiceCollectionExtensions"
            || (use.Type is "System.Net.Http.HttpClient" or "System.Net.Http.HttpClientHandler" or "System.Net.Http.SocketsHttpHandler" && use.Member == ".ctor")),
        new("sockets", use => (use.Type.StartsWith("System.Net.Sockets.", StringComparison.Ordinal) && use.Type != "System.Net.Sockets.SocketException")
            || use.Type.StartsWith("System.Net.Quic.", StringComparison.Ordinal) || use.Type.StartsWith("System.IO.Pipes.", StringComparison.Ordinal) || use.Type is "System.Net.HttpListener" or "System.Net.WebSockets.ClientWebSocket" or "System.Net.Mail.SmtpClient"),
        new("dynamic", use => use.Type.StartsWith("Microsoft.CSharp.RuntimeBinder.", StringComparison.Ordinal) || use.Type is "System.Runtime.CompilerServices.CallSite" or "System.Runtime.CompilerServices.CallSite`1"),
        new("domain", use => use.Type == "System.AppDomain" && use.Member.StartsWith("add_", StringComparison.Ordinal)),
        new("load", use => use.Type.StartsWith("System.Runtime.Loader.", StringComparison.Ordinal) || (use.Type == "System.Reflection.Assembly" && use.Member.StartsWith("Load", StringComparison.Ordinal)) || use is { Type: "System.Reflection.Assembly", Member: "UnsafeLoadFrom" }),
        new("process", use => use.Type.StartsWith("System.Diagnostics.Process", StringComparison.Ordinal)),
        new("exit", use => use is { Type: "System.Environment", Member: "Exit" or "FailFast" or "set_ExitCode" }),
        new("native", use => use.Type is "System.Runtime.InteropServices.NativeLibrary" || use is { Type: "System.Runtime.InteropServices.Marshal", Member: "GetDelegateForFunctionPointer" }),
        new("database", use => (use.Member == ".ctor" && use.Type is "Microsoft.Data.Sqlite.SqliteConnection" or "Npgsql.NpgsqlConnection" or "Npgsql.NpgsqlDataSourceBuilder")
            || use.Type is "Npgsql.NpgsqlDataSource" || use.Member is "UseSqlite" or "UseNpgsql" or "AddDbContext" or "AddDbContextPool" or "AddDbContextFactory"),
        new("quartz", use => use.Type.StartsWith("Quartz.", StringComparison.Ordinal)),
        new("mvc", use => use.Type.StartsWith("Microsoft.Extensions.DependencyInjection.Mvc", StringComparison.Ordinal) || use.Member is "AddControllers" or "AddControllersWithViews" or "AddRazorPages" or "MapControllers" or "MapRazorPages"),
        new("render-mode", use => use.Member == "AddComponentRenderMode"),
    ];

    /// <summary>Base classes that refuse a package.</summary>
    public static IReadOnlyDictionary<string, string> ForbiddenBases { get; } = new Dictionary<string, string>
    {
        ["Microsoft.AspNetCore.Mvc.ControllerBase"] = "mvc", ["Microsoft.AspNetCore.Mvc.Controller"] = "mvc", ["Microsoft.AspNetCore.Mvc.RazorPages.PageModel"] = "mvc",
        ["Microsoft.AspNetCore.Components.RenderModeAttribute"] = "render-mode", ["System.Runtime.Loader.AssemblyLoadContext"] = "load",
    };

    /// <summary>Types of static fields that outlive a generation.</summary>
    public static IReadOnlyList<string> Timers { get; } = ["System.Threading.Timer", "System.Timers.Timer", "System.Threading.ITimer", "System.Threading.PeriodicTimer"];

    /// <summary>Whether a use touches files by path, which is only told.</summary>
    public static bool TouchesFiles(MemberUse use) =>
        FileTypes.Contains(use.Type) && (use.Type is "System.IO.File" or "System.IO.Directory" || (use.Member == ".ctor" && use.Parameters is ["String", ..]));
}
