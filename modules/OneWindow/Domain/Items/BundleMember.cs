namespace UnifiedPlatform.OneWindow.Domain.Items;

/// <summary>The item behind a member part of a bundle, and where its fields come from.</summary>
public sealed record BundleMember(string Part, string Item, IReadOnlyDictionary<string, string> Map);
