using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace UnifiedPlatform.Sdk.Analyzers.Fixes;

/// <summary>UPS011: derives a context from the SDK's.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ModuleContextFix : CodeFixProvider
{
    private const string Foreign = "Microsoft.EntityFrameworkCore.DbContext", Own = "UnifiedPlatform.Sdk.Data.ModuleDbContext";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["UPS011"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.PlaceAsync().ConfigureAwait(false) is not { } place || place.Node.FirstAncestorOrSelf<ClassDeclarationSyntax>() is not { } type) return;
        if (type.BaseList?.Types.FirstOrDefault(candidate => place.Model.GetTypeInfo(candidate.Type).Type.Is(Foreign)) is not { } named) return;
        context.Offer(place, "Derive from ModuleDbContext", type, Derived(type, named));
    }

    private static ClassDeclarationSyntax Derived(ClassDeclarationSyntax type, BaseTypeSyntax named)
    {
        var own = Names.Type(Own).WithTriviaFrom(named.Type);
        if (named is PrimaryConstructorBaseTypeSyntax || type.ParameterList is not null || type.Members.OfType<ConstructorDeclarationSyntax>().Any()) return type.ReplaceNode(named.Type, own);
        // The SDK's context wants its options.
        var options = SyntaxFactory.ParseParameterList($"(Microsoft.EntityFrameworkCore.DbContextOptions<{type.Identifier.Text}> options)").WithAdditionalAnnotations(Microsoft.CodeAnalysis.Simplification.Simplifier.Annotation);
        var given = SyntaxFactory.PrimaryConstructorBaseType(own.WithoutTrailingTrivia(), SyntaxFactory.ParseArgumentList("(options)")).WithTrailingTrivia(named.GetTrailingTrivia());
        return type.ReplaceNode(named, given).WithIdentifier(type.Identifier.WithTrailingTrivia()).WithParameterList(options.WithTrailingTrivia(SyntaxFactory.Space));
    }
}
