namespace UnifiedPlatform.Host.Identity.Accounts;

/// <summary>A key in the list.</summary>
internal sealed record KeyLine(string Id, string Title, string? Responsible, IReadOnlyList<string> Roles, DateTimeOffset ExpiresAt, DateTimeOffset? RevokedAt, DateTimeOffset? UsedAt);
