namespace UnifiedPlatform.Sdk.Web.Components;

/// <summary>A figure.</summary>
/// <param name="Title">What is counted.</param>
/// <param name="Figure">The figure, formatted.</param>
/// <param name="Unit">Unit in small words; null: none.</param>
/// <param name="Note">Context below; null: none.</param>
public sealed record StatTile(string Title, string Figure, string? Unit = null, string? Note = null);
