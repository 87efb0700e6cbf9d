using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace UnifiedPlatform.Runtime.Sweeping;

/// <summary>Proves by weak reference that unloaded code is gone. Correctness never depends on it.</summary>
internal static class CodeCollection
{
    private const int Rounds = 12;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>How many collections it took; 0: the code is still held.</summary>
    public static async Task<int> ProveAsync(WeakReference code)
    {
        for (var round = 1; round <= Rounds; round++)
        {
            if (round is 3 or 8) Sweep(code);
            GC.Collect();
            GC.WaitForPendingFinalizers();
            if (!code.IsAlive) return round;
            await Task.Delay(Pause);
        }
        return 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Sweep(WeakReference code)
    {
        if (code.Target is AssemblyLoadContext retired) HygieneSweep.Run(retired);
    }
}
