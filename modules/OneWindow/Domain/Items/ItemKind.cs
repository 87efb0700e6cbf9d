namespace UnifiedPlatform.OneWindow.Domain.Items;

/// <summary>Whether the item is decided as one, or bundles members that decide for themselves.</summary>
public enum ItemKind
{
    Single,
    Bundle,
}
