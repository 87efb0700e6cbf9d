namespace UnifiedPlatform.Sdk.Access;

/// <summary>Left on the request when the gate refused a page, so that the error page can say what is missing.</summary>
/// <param name="Permission">The permission that is missing.</param>
public sealed record AccessDenialFeature(string Permission);
