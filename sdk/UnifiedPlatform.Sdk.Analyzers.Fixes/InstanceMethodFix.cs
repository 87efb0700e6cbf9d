using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace UnifiedPlatform.Sdk.Analyzers.Fixes;

/// <summary>UPS004: makes a method that script calls one of the instance.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class InstanceMethodFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["UPS004"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.PlaceAsync().ConfigureAwait(false) is not { } place || place.Node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method) return;
        if (method.Parent is ClassDeclarationSyntax owner && owner.Modifiers.Any(SyntaxKind.StaticKeyword)) return; // a static class has no instance
        context.Offer(place, "Make it an instance method", method, method.WithModifiers(SyntaxFactory.TokenList(method.Modifiers.Where(modifier => !modifier.IsKind(SyntaxKind.StaticKeyword)))));
    }
}
