namespace UnifiedPlatform.Sdk.Access;

/// <summary>An endpoint open to anybody signed in, whatever the rights (own preferences, sign-out).</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SignedInAttribute(string reason) : Attribute, IEndpointRule
{
    /// <summary>Why no permission is needed.</summary>
    public string Reason { get; } = reason;
}
