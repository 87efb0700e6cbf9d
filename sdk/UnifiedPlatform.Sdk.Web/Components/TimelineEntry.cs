namespace UnifiedPlatform.Sdk.Web.Components;

/// <summary>Something that happened.</summary>
/// <param name="At">When.</param>
/// <param name="Module">Module id, or <c>host</c>.</param>
/// <param name="Text">What, in one sentence with the actor.</param>
/// <param name="Note">Further words.</param>
/// <param name="LinkText">Words of a link; null: none.</param>
/// <param name="Address">Where the link leads.</param>
public sealed record TimelineEntry(DateTimeOffset At, string Module, string Text, string? Note = null, string? LinkText = null, string? Address = null);
