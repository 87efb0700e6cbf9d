using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace UnifiedPlatform.Runtime.Sweeping;

/// <summary>Proves by weak reference that unloaded code is gone. Correctness never depends on it.</summary>
internal static class CodeCollection
{
    private const int QuickRounds = 12, Rounds = 32;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>On a busy machine a thread may hold a frame of the old code for seconds: that is no leak yet.</summary>
    private static readonly TimeSpan LongPause = TimeSpan.FromMilliseconds(250);

    /// <summary>How many collections it took; 0: the code is still held.</summary>
    public static async Task<int> ProveAsync(WeakReference code)
    {
        for (var round = 1; round <= Rounds; round++)
        {
            if (round is 3 or 8 or QuickRounds) Sweep(code);
            GC.Collect();
            GC.WaitForPendingFinalizers();
            if (!code.IsAlive) return round;
            await Task.Delay(round < QuickRounds ? Pause : LongPause);
        }
        return 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Sweep(WeakReference code)
    {
        if (code.Target is AssemblyLoadContext retired) HygieneSweep.Run(retired);
    }
}
