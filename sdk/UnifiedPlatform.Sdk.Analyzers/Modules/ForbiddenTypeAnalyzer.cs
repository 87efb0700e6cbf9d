using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace UnifiedPlatform.Sdk.Analyzers.Modules;

/// <summary>UPS006, UPS010, UPS012: services of the framework that a module gets from the platform instead, told by what is called or asked for.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ForbiddenTypeAnalyzer : DiagnosticAnalyzer
{
    private static readonly string[] SetUp = ["UseSqlite", "UseNpgsql", "AddDbContext", "AddDbContextPool", "AddDbContextFactory", "AddPooledDbContextFactory", "AddQuartz", "AddQuartzHostedService"];
    private static readonly string[] Mvc = ["AddControllers", "AddControllersWithViews", "AddMvc", "AddMvcCore", "AddRazorPages", "MapControllers", "MapControllerRoute", "MapDefaultControllerRoute", "MapRazorPages"];

    /// <summary>No HTTP client factory.</summary>
    public static readonly DiagnosticDescriptor Http = ModuleRule.Create("UPS006", "No IHttpClientFactory",
        "'{0}' brings the client factory, whose timers keep old versions of the module alive: ask for a host by a capability http:<host> and call it through the SDK");

    /// <summary>No set-up of a provider or scheduler.</summary>
    public static readonly DiagnosticDescriptor Provider = ModuleRule.Create("UPS010", "Database and scheduler are set up by the platform",
        "'{0}' sets up a database or the scheduler by hand: use module.AddDatabase<TContext>() and [ModuleJob]");

    /// <summary>No MVC.</summary>
    public static readonly DiagnosticDescriptor Controllers = ModuleRule.Create("UPS012", "No controllers, no Razor Pages",
        "'{0}' belongs to MVC, whose caches keep old versions of the module alive: map endpoints on routes.Api and components with @page");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Http, Provider, Controllers];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => ModuleRule.Register(context, start =>
    {
        start.RegisterOperationAction(operation =>
        {
            var method = ((IInvocationOperation)operation.Operation).TargetMethod;
            if (!method.IsExtensionMethod) return;
            if (method.Name is "AddHttpClient") Report(operation, Http, method.Name);
            else if (SetUp.Contains(method.Name)) Report(operation, Provider, method.Name);
            else if (Mvc.Contains(method.Name)) Report(operation, Controllers, method.Name);
        }, OperationKind.Invocation);
        start.RegisterSymbolAction(symbol =>
        {
            var type = (INamedTypeSymbol)symbol.Symbol;
            if (type.Derives("Microsoft.AspNetCore.Mvc.ControllerBase", "Microsoft.AspNetCore.Mvc.RazorPages.PageModel")) symbol.ReportDiagnostic(Diagnostic.Create(Controllers, type.Locations[0], type.Name));
            if (type.AllInterfaces.Any(x => x.IsNamed("Quartz.IJob"))) symbol.ReportDiagnostic(Diagnostic.Create(Provider, type.Locations[0], type.Name));
            foreach (var parameter in type.InstanceConstructors.SelectMany(constructor => constructor.Parameters).Where(parameter => parameter.Type.IsNamed("System.Net.Http.IHttpClientFactory")))
                symbol.ReportDiagnostic(Diagnostic.Create(Http, parameter.Locations.FirstOrDefault() ?? type.Locations[0], "IHttpClientFactory"));
        }, SymbolKind.NamedType);
    });

    private static void Report(OperationAnalysisContext context, DiagnosticDescriptor rule, string what) => context.ReportDiagnostic(Diagnostic.Create(rule, context.Operation.Syntax.GetLocation(), what));
}
