using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace UnifiedPlatform.Sdk.Analyzers.Fixes;

/// <summary>Writes names in full and lets the editor shorten them to what the file imports.</summary>
internal static class Names
{
    public static ExpressionSyntax Of(string expression)
    {
        var written = SyntaxFactory.ParseExpression(expression);
        return written.ReplaceNodes(written.DescendantNodesAndSelf().OfType<MemberAccessExpressionSyntax>(), static (_, name) => name.WithAdditionalAnnotations(Simplifier.Annotation));
    }

    public static TypeSyntax Type(string name) => SyntaxFactory.ParseTypeName(name).WithAdditionalAnnotations(Simplifier.Annotation);

    /// <summary>Imports the namespace an extension method lives in, where the file does not yet.</summary>
    public static SyntaxNode Import(SyntaxNode root, string name)
    {
        if (root is not CompilationUnitSyntax unit || unit.Usings.Any(import => import.Name?.ToString() == name)) return root;
        var import = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(name)).NormalizeWhitespace().WithTrailingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed);
        return unit.WithUsings(unit.Usings.Add(import));
    }

    /// <summary>Whether the symbol's type has that full name.</summary>
    public static bool Is(this ITypeSymbol? type, string name) => type?.OriginalDefinition.ToDisplayString() == name;
}
