using System.Diagnostics;
using UnifiedPlatform.Faults.Worker;

namespace UnifiedPlatform.Faults.Tests;

/// <summary>The worker as a process of its own.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private WorkerProcess(Process process) => _process = process;

    public static WorkerProcess Start(WorkerOptions options)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(WorkerOptions).Assembly.Location, .. options.ToArguments()]) { UseShellExecute = false, RedirectStandardError = true };
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) => TestContext.Current.TestOutputHelper?.WriteLine(line.Data ?? "");
        process.BeginErrorReadLine();
        return new(process);
    }

    public bool HasExited => _process.HasExited;

    public Task ExitedAsync(CancellationToken cancellationToken) => _process.WaitForExitAsync(cancellationToken);

    /// <summary>kill -9: nothing in the process runs any more.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
    }
}
