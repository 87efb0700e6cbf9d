namespace UnifiedPlatform.OneWindow.Domain.Items;

/// <summary>A document as read: its exact text, the SHA-256 of it, and what it says.</summary>
public sealed record ItemDocument(string Text, string Hash, ServiceItem Item);
