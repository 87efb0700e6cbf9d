using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Sdk.Counter;

/// <summary>Carries the reading of a part's input from a module to the counter and back. Implemented by the host, imported into each generation.</summary>
public interface IPartInputsBroker
{
    /// <summary>Input of a part; null: no live grant of that module. The module that asks is the one the broker was given to, whatever <paramref name="callerModule"/> says.</summary>
    ValueTask<PartInput?> ReadAsync(PartRef part, string callerModule, Actor actor, IReadOnlyCollection<string> roles, string purpose, CancellationToken cancellationToken);
}
