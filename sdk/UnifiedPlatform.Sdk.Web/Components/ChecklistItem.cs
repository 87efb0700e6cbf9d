namespace UnifiedPlatform.Sdk.Web.Components;

/// <summary>A paper of an item's checklist.</summary>
/// <param name="Key">Key, name of its field with the list's prefix.</param>
/// <param name="Title">Paper.</param>
/// <param name="Required">Required, or may follow.</param>
/// <param name="Form">Form and number: <c>原件1</c>.</param>
/// <param name="State">State.</param>
/// <param name="Note">Source, reason of a waiver, or until when it may follow.</param>
public sealed record ChecklistItem(string Key, string Title, bool Required, string Form, MaterialState State, string? Note = null);
