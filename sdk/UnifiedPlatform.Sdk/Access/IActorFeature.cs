namespace UnifiedPlatform.Sdk.Access;

/// <summary>Feature of the request that carries the actor across the module border; set by the host before any module code runs.</summary>
public interface IActorFeature
{
    /// <summary>Who acts; null: anonymous.</summary>
    Actor? Actor { get; }

    /// <summary>What the actor may do; for anonymous requests nothing.</summary>
    IRights Rights { get; }
}
