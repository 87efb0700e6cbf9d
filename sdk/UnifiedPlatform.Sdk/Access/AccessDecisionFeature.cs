namespace UnifiedPlatform.Sdk.Access;

/// <summary>Left on the request by the gate once it has decided; an answer that begins without it is stopped by the response guard.</summary>
/// <param name="Why">Rule that decided: <c>permission signed-in public denied none</c>.</param>
public sealed record AccessDecisionFeature(string Why);
