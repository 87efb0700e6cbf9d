namespace UnifiedPlatform.Host.Modules.Operations;

/// <summary>Ends the process without any farewell at a step of an operation, as a power cut would. Only in builds for development: tests of recovery name the step in <c>UNIFIED_STOP_AT</c>.</summary>
internal sealed class StopPoint
{
#if DEBUG
    private static readonly string? Step = Environment.GetEnvironmentVariable("UNIFIED_STOP_AT");

    public void Reached(string step)
    {
        if (!string.Equals(step, Step, StringComparison.OrdinalIgnoreCase)) return;
        using var self = System.Diagnostics.Process.GetCurrentProcess();
        self.Kill();
        Thread.Sleep(Timeout.Infinite);
    }
#else
    public void Reached(string step)
    {
    }
#endif
}
