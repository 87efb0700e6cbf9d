using Microsoft.CodeAnalysis;

namespace UnifiedPlatform.Sdk.Analyzers.Fixes;

/// <summary>Where a problem was reported.</summary>
internal sealed class FixPlace(SyntaxNode root, SemanticModel model, SyntaxNode node)
{
    /// <summary>The document's root.</summary>
    public SyntaxNode Root { get; } = root;

    /// <summary>What its names mean.</summary>
    public SemanticModel Model { get; } = model;

    /// <summary>The node.</summary>
    public SyntaxNode Node { get; } = node;
}
