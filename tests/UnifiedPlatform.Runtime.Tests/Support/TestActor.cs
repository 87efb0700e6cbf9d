using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Runtime.Tests.Support;

/// <summary>Somebody of a department, without rights.</summary>
internal sealed record TestActor(string Department) : IActorFeature
{
    public Actor Actor { get; } = new(new AccountId(Guid.CreateVersion7()), ActorKind.Staff, "somebody", Department, null, null, null);

    public IRights Rights => NoRights.Instance;
}
