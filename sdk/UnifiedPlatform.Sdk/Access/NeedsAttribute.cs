namespace UnifiedPlatform.Sdk.Access;

/// <summary>The permission an endpoint or page needs; every one of several is needed.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class NeedsAttribute(string permission) : Attribute, IEndpointRule
{
    /// <summary>Permission id.</summary>
    public string Permission { get; } = permission;
}
