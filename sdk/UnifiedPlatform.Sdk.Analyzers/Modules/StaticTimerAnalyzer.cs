using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace UnifiedPlatform.Sdk.Analyzers.Modules;

/// <summary>UPS008: no timer that outlives its generation.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StaticTimerAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The rule.</summary>
    public static readonly DiagnosticDescriptor Rule = ModuleRule.Create("UPS008", "No static timer",
        "'{0}' ticks on after its version was replaced: declare a job with [ModuleJob], or stop a timer of an instance in StopAsync");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => ModuleRule.Register(context, start => start.RegisterSymbolAction(symbol =>
    {
        var type = symbol.Symbol switch
        {
            IFieldSymbol { IsStatic: true, IsImplicitlyDeclared: false } field => field.Type,
            IPropertySymbol { IsStatic: true } property => property.Type,
            _ => null,
        };
        if (type.Derives("System.Threading.Timer", "System.Timers.Timer", "System.Threading.PeriodicTimer") || type.IsNamed("System.Threading.ITimer"))
            symbol.ReportDiagnostic(Diagnostic.Create(Rule, symbol.Symbol.Locations[0], symbol.Symbol.Name));
    }, SymbolKind.Field, SymbolKind.Property));
}
