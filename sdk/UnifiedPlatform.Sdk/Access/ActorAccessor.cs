namespace UnifiedPlatform.Sdk.Access;

internal sealed class ActorAccessor : IActorAccessor
{
    public Actor? Actor { get; private set; }

    public IRights Rights { get; private set; } = NoRights.Instance;

    public string? Address { get; private set; }

    public void Become(Actor? actor, IRights rights, string? address = null)
    {
        ArgumentNullException.ThrowIfNull(rights);
        (Actor, Rights, Address) = (actor, actor is null ? NoRights.Instance : rights, address);
    }
}
