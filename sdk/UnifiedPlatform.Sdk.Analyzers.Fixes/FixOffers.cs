using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace UnifiedPlatform.Sdk.Analyzers.Fixes;

/// <summary>What the fixes have in common.</summary>
internal static class FixOffers
{
    /// <summary>The node a problem was reported at, and its document's root and model; null: in a file the build wrote, which nobody edits.</summary>
    public static async Task<FixPlace?> PlaceAsync(this CodeFixContext context)
    {
        if (context.Document is SourceGeneratedDocument) return null;
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        return root is null || model is null ? null : new FixPlace(root, model, root.FindNode(context.Span, getInnermostNodeForTie: true));
    }

    /// <summary>Offers to put one node in the place of another.</summary>
    public static void Offer(this CodeFixContext context, FixPlace place, string title, SyntaxNode before, SyntaxNode after) => context.Offer(title, _ => place.Root.ReplaceNode(before, after));

    /// <summary>Offers another root.</summary>
    public static void Offer(this CodeFixContext context, string title, Func<CancellationToken, SyntaxNode> change) => context.RegisterCodeFix(
        CodeAction.Create(title, cancellation => Task.FromResult(context.Document.WithSyntaxRoot(change(cancellation))), title), context.Diagnostics.First());
}
