using System.Collections.Concurrent;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Tests.Support;

/// <summary>What a test grants and withholds, also while the module runs.</summary>
internal sealed class Decisions : IModuleCapabilities
{
    private readonly ConcurrentDictionary<string, bool> _made = new(StringComparer.Ordinal);

    public Decisions Grant(params string[] capabilities) => Decide(capabilities, true);

    public Decisions Withhold(params string[] capabilities) => Decide(capabilities, false);

    public bool Granted(string moduleId, string capability) => _made.TryGetValue(capability, out var granted) && granted;

    public bool Decided(string moduleId, string capability) => _made.ContainsKey(capability);

    private Decisions Decide(string[] capabilities, bool granted)
    {
        foreach (var capability in capabilities) _made[capability] = granted;
        return this;
    }
}
