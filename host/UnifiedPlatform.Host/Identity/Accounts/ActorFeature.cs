using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Identity.Accounts;

internal sealed record ActorFeature(Actor? Actor, IRights Rights) : IActorFeature
{
    /// <summary>When the person of this request last proved who they are; null: a machine or nobody.</summary>
    public DateTimeOffset? ProvedAt { get; init; }

    /// <summary>Row of the session; null: a machine or nobody.</summary>
    public Guid? Session { get; init; }
}
