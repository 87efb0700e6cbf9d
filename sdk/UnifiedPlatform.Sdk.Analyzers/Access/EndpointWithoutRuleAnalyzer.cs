using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace UnifiedPlatform.Sdk.Analyzers.Access;

/// <summary>UPS001: an endpoint or page says who may call it, in its own statement or on its group.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EndpointWithoutRuleAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The rule.</summary>
    public static readonly DiagnosticDescriptor Rule = new("UPS001", "An endpoint says who may call it",
        "'{0}' carries no rule: add .Needs(permission), .SignedIn(reason) or .Public(reason), or the attribute on a page", "Access", DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: "docs/analyzers.md#ups001");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        // Pages are generated code.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(start =>
        {
            var rule = start.Compilation.GetTypeByMetadataName(AccessSymbols.EndpointRule);
            if (rule is null) return;
            var routes = start.Compilation.GetTypeByMetadataName(AccessSymbols.RouteBuilder);
            var conventions = start.Compilation.GetTypeByMetadataName(AccessSymbols.Conventions);
            var group = start.Compilation.GetTypeByMetadataName(AccessSymbols.RouteGroup);
            var page = start.Compilation.GetTypeByMetadataName(AccessSymbols.PageRoute);

            start.RegisterOperationAction(operation =>
            {
                // The request-delegate generator repeats each call that was checked where it was written.
                if (!operation.Operation.Syntax.SyntaxTree.FilePath.EndsWith("GeneratedRouteBuilderExtensions.g.cs", StringComparison.Ordinal)) CheckCall(operation, rule, routes, conventions, group);
            }, OperationKind.Invocation);
            start.RegisterSymbolAction(symbol => CheckPage(symbol, rule, page), SymbolKind.NamedType);
        });
    }

    private static void CheckCall(OperationAnalysisContext context, INamedTypeSymbol rule, INamedTypeSymbol? routes, INamedTypeSymbol? conventions, INamedTypeSymbol? group)
    {
        var call = (IInvocationOperation)context.Operation;
        var method = call.TargetMethod.ReducedFrom ?? call.TargetMethod;
        var maps = method.IsExtensionMethod && method.Name.StartsWith("Map", StringComparison.Ordinal) && method.Parameters[0].Type.Is(routes)
            && call.TargetMethod.ReturnType.Is(conventions) && !call.TargetMethod.ReturnType.Is(group);
        if (!maps || call.Syntax is not InvocationExpressionSyntax syntax || call.SemanticModel is not { } model) return;
        if (RuleChain.Above(syntax, model, context.CancellationToken) || RuleChain.OnReceiver(syntax, model, context.CancellationToken) || HandlerCarries(call, rule)) return;
        context.ReportDiagnostic(Diagnostic.Create(Rule, syntax.Expression is MemberAccessExpressionSyntax access ? access.Name.GetLocation() : syntax.GetLocation(), method.Name));
    }

    private static bool HandlerCarries(IInvocationOperation call, INamedTypeSymbol rule) => call.Arguments
        .SelectMany(argument => argument.Value.DescendantsAndSelf())
        .Any(value => value switch
        {
            IMethodReferenceOperation method => method.Method.Carries(rule),
            IAnonymousFunctionOperation lambda => lambda.Symbol.Carries(rule),
            _ => false,
        });

    private static void CheckPage(SymbolAnalysisContext context, INamedTypeSymbol rule, INamedTypeSymbol? page)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (page is null || !type.Carries(page)) return;
        for (var at = type; at is not null; at = at.BaseType)
            if (at.Carries(rule)) return;
        context.ReportDiagnostic(Diagnostic.Create(Rule, type.Locations[0], type.Name));
    }
}
