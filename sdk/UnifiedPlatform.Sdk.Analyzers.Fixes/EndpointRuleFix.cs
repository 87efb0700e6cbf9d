using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace UnifiedPlatform.Sdk.Analyzers.Fixes;

/// <summary>UPS001: gives an endpoint or page one of the permissions the module declares. Which one, the author decides.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class EndpointRuleFix : CodeFixProvider
{
    private const string Permission = "UnifiedPlatform.Sdk.Modules.PermissionAttribute", Access = "UnifiedPlatform.Sdk.Access";
    private const int Most = 8;

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["UPS001"];

    // Each endpoint has its own permission.
    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.PlaceAsync().ConfigureAwait(false) is not { } place) return;
        foreach (var permission in place.Model.Compilation.Assembly.GetAttributes().Where(attribute => attribute.AttributeClass.Is(Permission)).Take(Most))
        {
            if (permission.ConstructorArguments.FirstOrDefault().Value is not string id) continue;
            if (place.Node is ClassDeclarationSyntax page) context.Offer($"[Needs] {id}", _ => Attributed(place, page, Expression(permission, place, id)));
            else if (place.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call) context.Offer($".Needs {id}", _ => Chained(place, call, Expression(permission, place, id)));
        }
    }

    private static SyntaxNode Attributed(FixPlace place, ClassDeclarationSyntax page, ExpressionSyntax permission)
    {
        var attribute = SyntaxFactory.Attribute(SyntaxFactory.ParseName(Access + ".Needs").WithAdditionalAnnotations(Simplifier.Annotation), SyntaxFactory.AttributeArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.AttributeArgument(permission))));
        return place.Root.ReplaceNode(page, page.AddAttributeLists(SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(attribute))));
    }

    // Directly behind the mapping: what follows it, .Changes() above all, stands behind the rule.
    private static SyntaxNode Chained(FixPlace place, InvocationExpressionSyntax call, ExpressionSyntax permission)
    {
        var needs = SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, call.WithoutTrailingTrivia(), SyntaxFactory.IdentifierName("Needs")),
            SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(permission)))).WithTrailingTrivia(call.GetTrailingTrivia());
        return Names.Import(place.Root.ReplaceNode(call, needs), Access);
    }

    // The constant the declaration itself uses, where it uses one.
    private static ExpressionSyntax Expression(AttributeData permission, FixPlace place, string id)
    {
        var declared = (permission.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax)?.ArgumentList?.Arguments.FirstOrDefault()?.Expression;
        var constant = declared is null ? null : place.Model.Compilation.GetSemanticModel(declared.SyntaxTree).GetSymbolInfo(declared).Symbol;
        return Names.Of(constant is IFieldSymbol ? constant.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithMemberOptions(SymbolDisplayMemberOptions.IncludeContainingType)) : SymbolDisplay.FormatLiteral(id, quote: true));
    }
}
