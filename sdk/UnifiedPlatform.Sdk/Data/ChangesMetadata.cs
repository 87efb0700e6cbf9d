namespace UnifiedPlatform.Sdk.Data;

/// <summary>Says that an endpoint changes data in one transaction.</summary>
/// <param name="Owner">Owner of the database in the host; null: the module's own.</param>
public sealed record ChangesMetadata(string? Owner);
