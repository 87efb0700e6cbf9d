namespace UnifiedPlatform.Host.Modules.Trust;

/// <summary>A key of a publisher in the API.</summary>
internal sealed record PublisherKeyLine(string Fingerprint, DateTimeOffset AddedAt, DateTimeOffset? RevokedAt, string? RevokedReason);
