using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace UnifiedPlatform.Sdk.Analyzers.Modules;

/// <summary>UPS003: no render mode on a module's component.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RenderModeAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The rule.</summary>
    public static readonly DiagnosticDescriptor Rule = ModuleRule.Create("UPS003", "A module's component has no render mode",
        "'{0}' has a render mode: the framework finds the component by name in any version and may run the old code; leave @rendermode out, pages render on the server");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => ModuleRule.Register(context, start =>
    {
        start.RegisterSymbolAction(symbol =>
        {
            if (symbol.Symbol.GetAttributes().Any(x => x.AttributeClass.Derives("Microsoft.AspNetCore.Components.RenderModeAttribute")))
                symbol.ReportDiagnostic(Diagnostic.Create(Rule, symbol.Symbol.Locations[0], symbol.Symbol.Name));
        }, SymbolKind.NamedType);
        start.RegisterOperationAction(operation =>
        {
            var call = (IInvocationOperation)operation.Operation;
            if (call.TargetMethod.Name == "AddComponentRenderMode") operation.ReportDiagnostic(Diagnostic.Create(Rule, call.Syntax.GetLocation(), operation.ContainingSymbol.ContainingType.Name));
        }, OperationKind.Invocation);
    });
}
