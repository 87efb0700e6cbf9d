using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace UnifiedPlatform.Sdk.Analyzers.Modules;

/// <summary>UPS004: no static method that script may call.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StaticInvokableAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The rule.</summary>
    public static readonly DiagnosticDescriptor Rule = ModuleRule.Create("UPS004", "No static [JSInvokable]",
        "'{0}' is static and callable from script: the framework keeps it by name for the life of the host; make it an instance method");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => ModuleRule.Register(context, start => start.RegisterSymbolAction(symbol =>
    {
        if (symbol.Symbol.IsStatic && symbol.Symbol.GetAttributes().Any(x => x.AttributeClass.IsNamed("Microsoft.JSInterop.JSInvokableAttribute")))
            symbol.ReportDiagnostic(Diagnostic.Create(Rule, symbol.Symbol.Locations[0], symbol.Symbol.Name));
    }, SymbolKind.Method));
}
