namespace UnifiedPlatform.Sdk.Web.Components;

/// <summary>A node of a tree; a leaf is a link.</summary>
/// <param name="Title">Title.</param>
/// <param name="Address">Where it leads; null: only opens.</param>
/// <param name="Children">Children, at most 200; more are a table's work.</param>
/// <param name="Open">Whether it is open at first.</param>
/// <param name="Current">Whether it is the page shown.</param>
/// <param name="Count">Count beside the title; null: none.</param>
public sealed record TreeNode(string Title, string? Address = null, IReadOnlyList<TreeNode>? Children = null, bool Open = false, bool Current = false, int? Count = null);
