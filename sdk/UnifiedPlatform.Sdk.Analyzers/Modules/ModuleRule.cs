using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace UnifiedPlatform.Sdk.Analyzers.Modules;

/// <summary>What the rules for modules have in common: they hold in an assembly that declares a module, and each has its page in the handbook.</summary>
internal static class ModuleRule
{
    private const string Module = "UnifiedPlatform.Sdk.Modules.ModuleAttribute";

    /// <summary>A rule of the group “Modules”.</summary>
    public static DiagnosticDescriptor Create(string id, string title, string message, DiagnosticSeverity severity = DiagnosticSeverity.Error) =>
        new(id, title, message, "Modules", severity, isEnabledByDefault: true, helpLinkUri: "docs/analyzers.md#" + id.ToLowerInvariant());

    /// <summary>Runs the registration in modules only; the host and the SDK may do what a module may not.</summary>
    public static void Register(AnalysisContext context, Action<CompilationStartAnalysisContext> register)
    {
        context.EnableConcurrentExecution();
        // Pages are generated code.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(start =>
        {
            var module = start.Compilation.GetTypeByMetadataName(Module);
            if (module is not null && start.Compilation.Assembly.GetAttributes().Any(x => SymbolEqualityComparer.Default.Equals(x.AttributeClass, module))) register(start);
        });
    }

    /// <summary>Whether the type is the one of that full name, or derives from it.</summary>
    public static bool Derives(this ITypeSymbol? type, params string[] names)
    {
        for (var at = type; at is not null; at = at.BaseType)
            if (at.IsNamed(names)) return true;
        return false;
    }

    /// <summary>Whether the type has one of the full names; type arguments do not count.</summary>
    public static bool IsNamed(this ITypeSymbol? type, params string[] names) =>
        type is not null && names.Contains(type.OriginalDefinition.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat.WithGenericsOptions(SymbolDisplayGenericsOptions.None)));
}
