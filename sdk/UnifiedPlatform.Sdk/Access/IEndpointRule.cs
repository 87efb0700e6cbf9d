namespace UnifiedPlatform.Sdk.Access;

/// <summary>The rule an endpoint carries. An endpoint without one does not start and never answers.</summary>
public interface IEndpointRule;
