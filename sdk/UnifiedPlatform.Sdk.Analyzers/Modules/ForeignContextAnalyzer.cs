using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace UnifiedPlatform.Sdk.Analyzers.Modules;

/// <summary>UPS011: a context derives from the SDK's.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ForeignContextAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The rule.</summary>
    public static readonly DiagnosticDescriptor Rule = ModuleRule.Create("UPS011", "A context derives from ModuleDbContext",
        "'{0}' derives from DbContext: without ModuleDbContext it has neither the module's database nor outbox, idempotency and scopes");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => ModuleRule.Register(context, start => start.RegisterSymbolAction(symbol =>
    {
        var type = (INamedTypeSymbol)symbol.Symbol;
        if (type.Derives("Microsoft.EntityFrameworkCore.DbContext") && !type.Derives("UnifiedPlatform.Sdk.Data.ModuleDbContext"))
            symbol.ReportDiagnostic(Diagnostic.Create(Rule, type.Locations[0], type.Name));
    }, SymbolKind.NamedType));
}
