using UnifiedPlatform.OneWindow.Domain.Items;

namespace UnifiedPlatform.OneWindow.Domain.Cases;

/// <summary>A document of a case.</summary>
public sealed record IssuedDocument(DocumentKind Kind, int N, DateOnly OnDay, DateTimeOffset At, string? PartKey, string? Template);
