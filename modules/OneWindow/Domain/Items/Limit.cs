namespace UnifiedPlatform.OneWindow.Domain.Items;

/// <summary>A length of time as the law writes it.</summary>
public sealed record Limit(int N, LimitUnit Unit);
