using UnifiedPlatform.Host.Composition;

namespace UnifiedPlatform.Host.Modules.Operations;

/// <summary>Ends the process without any farewell at a step of an operation, as a power cut would. Only in builds for development: a test of recovery writes the step into the file <c>stop-at</c> of the data directory.</summary>
internal sealed class StopPoint(PlatformOptions options)
{
    public const string Keep = "Keep", Kept = "Kept", Removed = "Removed", Purged = "Purged";

#if DEBUG
    private readonly string _file = options.InData("stop-at");

    public void Reached(string step)
    {
        if (!File.Exists(_file) || File.ReadAllText(_file) != step) return;
        File.Delete(_file);
        using var self = System.Diagnostics.Process.GetCurrentProcess();
        self.Kill();
        Thread.Sleep(Timeout.Infinite);
    }
#else
    public void Reached(string step) => _ = options;
#endif
}
