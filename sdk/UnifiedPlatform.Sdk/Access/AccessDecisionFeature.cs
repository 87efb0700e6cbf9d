namespace UnifiedPlatform.Sdk.Access;

/// <summary>Left on the request by the gate once it has decided; an answer that begins without it is stopped by the response guard.</summary>
/// <param name="Why"><c>allowed</c>, <c>denied</c>, or why no endpoint decided.</param>
public sealed record AccessDecisionFeature(string Why);
