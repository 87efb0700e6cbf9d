using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Runtime.Dispatch;

/// <summary>The module's own code acts: in a warm-up no person asks.</summary>
internal sealed class CodeActor(string module) : IActorFeature
{
    public Actor Actor { get; } = Actor.SystemFor(module);

    public IRights Rights => SystemRights.Instance;
}
