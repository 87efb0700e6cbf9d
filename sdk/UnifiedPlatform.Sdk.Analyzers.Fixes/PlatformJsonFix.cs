using System.Collections.Immutable;
using System.Composition;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace UnifiedPlatform.Sdk.Analyzers.Fixes;

/// <summary>UPS005: takes the generation's own JSON options where the constructor already has them, else options of the SDK.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class PlatformJsonFix : CodeFixProvider
{
    private const string Own = "UnifiedPlatform.Sdk.Modules.IModuleJson", Made = "UnifiedPlatform.Sdk.Modules.PlatformJson.Create()";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["UPS005"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.PlaceAsync().ConfigureAwait(false) is not { } place) return;
        var own = InScope.Find(place, Own);
        switch (place.Node)
        {
            // What an initializer sets would be lost.
            case BaseObjectCreationExpressionSyntax { Initializer: null } or MemberAccessExpressionSyntax:
                context.Offer(place, own is null ? "Use PlatformJson.Create()" : $"Use {own}.Options", place.Node, Names.Of(own is null ? Made : own + ".Options").WithTriviaFrom(place.Node));
                break;
            // New options at every call would be slow: only those that are there.
            case InvocationExpressionSyntax call when own is not null:
                context.Offer(place, $"Pass {own}.Options", call, call.AddArgumentListArguments(Microsoft.CodeAnalysis.CSharp.SyntaxFactory.Argument(Names.Of(own + ".Options"))));
                break;
        }
    }
}
