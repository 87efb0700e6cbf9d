namespace UnifiedPlatform.Sdk.Web.Components;

/// <summary>A choice.</summary>
/// <param name="Value">Value posted.</param>
/// <param name="Text">Words.</param>
/// <param name="Hint">Consequence in small words below; null: none.</param>
public sealed record Option(string Value, string Text, string? Hint = null);
