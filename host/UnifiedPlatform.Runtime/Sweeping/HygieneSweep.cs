using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace UnifiedPlatform.Runtime.Sweeping;

/// <summary>Takes a retired module's types out of the framework's static caches (modular-host.md §2.4).</summary>
internal static class HygieneSweep
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Run(AssemblyLoadContext retired)
    {
        FrameworkCaches.Clear();
        StaticFields.Forget(retired);
        JsonNudge.Touch();
    }
}
