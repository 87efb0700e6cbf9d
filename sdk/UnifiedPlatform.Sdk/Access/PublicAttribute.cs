namespace UnifiedPlatform.Sdk.Access;

/// <summary>An endpoint open to everybody.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PublicAttribute(string reason) : Attribute, IEndpointRule
{
    /// <summary>Why it is open.</summary>
    public string Reason { get; } = reason;
}
