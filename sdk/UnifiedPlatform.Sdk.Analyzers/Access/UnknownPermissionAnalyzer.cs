using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace UnifiedPlatform.Sdk.Analyzers.Access;

/// <summary>UPS002: a permission named in code is declared by the module itself or by the host.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnknownPermissionAnalyzer : DiagnosticAnalyzer
{
    private const string Sdk = "UnifiedPlatform.Sdk";

    /// <summary>The rule.</summary>
    public static readonly DiagnosticDescriptor Rule = new("UPS002", "A permission is declared",
        "Permission '{0}' is declared neither by this module's [assembly: Permission(…)] nor by the host", "Access", DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: "docs/analyzers.md#ups002");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(AccessSymbols.EndpointRule) is null) return;
            var names = PermissionNames.Of(start.Compilation, start.Options, start.CancellationToken);
            start.RegisterOperationAction(operation => CheckArgument(operation, names), OperationKind.Argument);
            start.RegisterSyntaxNodeAction(node => CheckAttribute(node, names), SyntaxKind.Attribute);
        });
    }

    private static void CheckArgument(OperationAnalysisContext context, PermissionNames names)
    {
        var argument = (IArgumentOperation)context.Operation;
        if (argument.Parameter is not { Name: "permission" } parameter || !IsSdk(parameter.ContainingSymbol)) return;
        Report(argument.Value.ConstantValue.HasValue ? argument.Value.ConstantValue.Value : null, argument.Value.Syntax, names, context.ReportDiagnostic);
    }

    private static void CheckAttribute(SyntaxNodeAnalysisContext context, PermissionNames names)
    {
        var attribute = (AttributeSyntax)context.Node;
        if (context.SemanticModel.GetSymbolInfo(attribute, context.CancellationToken).Symbol is not IMethodSymbol constructor || !IsSdk(constructor)) return;
        // Constructor arguments come as operations; what is assigned by name does not.
        foreach (var argument in attribute.ArgumentList?.Arguments.Where(argument => argument.NameEquals?.Name.Identifier.ValueText == "Needs") ?? [])
            Report(context.SemanticModel.GetConstantValue(argument.Expression, context.CancellationToken).Value, argument.Expression, names, context.ReportDiagnostic);
    }

    private static void Report(object? value, SyntaxNode at, PermissionNames names, Action<Diagnostic> report)
    {
        if (value is string name && !names.Knows(name)) report(Diagnostic.Create(Rule, at.GetLocation(), name));
    }

    private static bool IsSdk(ISymbol symbol) => symbol.ContainingAssembly?.Name is { } name && (name == Sdk || name.StartsWith(Sdk + ".", StringComparison.Ordinal));
}
