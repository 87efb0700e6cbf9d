using System.Collections.Immutable;
using System.Composition;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace UnifiedPlatform.Sdk.Analyzers.Fixes;

/// <summary>UPS010: lets the platform set the database up.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ModuleDatabaseFix : CodeFixProvider
{
    private const string Services = "UnifiedPlatform.Sdk.Modules.IModuleServices", Extensions = "UnifiedPlatform.Sdk.Data";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["UPS010"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.PlaceAsync().ConfigureAwait(false) is not { } place) return;
        // module.Services.AddDbContext<TContext>(…); as a statement: a chain goes on with another type.
        if (place.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { Parent: ExpressionStatementSyntax, Expression: MemberAccessExpressionSyntax { Name: GenericNameSyntax generic, Expression: MemberAccessExpressionSyntax services } } call) return;
        if (!generic.Identifier.Text.Contains("DbContext") || !place.Model.GetTypeInfo(services.Expression, context.CancellationToken).Type.Is(Services)) return;
        var database = SyntaxFactory.InvocationExpression(SyntaxFactory.MemberAccessExpression(
            SyntaxKind.SimpleMemberAccessExpression, services.Expression, generic.WithIdentifier(SyntaxFactory.Identifier("AddDatabase")))).WithTriviaFrom(call);
        context.Offer("Use AddDatabase", _ => Names.Import(place.Root.ReplaceNode(call, database), Extensions));
    }
}
