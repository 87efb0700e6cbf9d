using System.Diagnostics;
using System.Globalization;

namespace UnifiedPlatform.Sdk.Testing;

/// <summary>The host as a process of its own, for what a test process cannot do to itself: kill it, measure its start, read its console.</summary>
public sealed class HostProcess : IAsyncDisposable
{
    private const string Announcement = "UnifiedPlatform listens on ";
    private readonly Process _process;
    private readonly List<string> _lines = [];
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HostProcess(Process process) => _process = process;

    /// <summary>What the host printed on both streams.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines) return [.. _lines];
        }
    }

    /// <summary>Address the host listens on.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1:0");

    /// <summary>Working set in bytes.</summary>
    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Processor time used so far: what a busy machine does not stretch as it stretches the clock.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts the built host on free ports of loopback and waits until it listens.</summary>
    /// <param name="arguments">Arguments beside the addresses.</param>
    /// <param name="configuration">Build configuration whose output is run: the caller's own.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<HostProcess> StartAsync(IReadOnlyList<string> arguments, string configuration, CancellationToken cancellationToken = default)
    {
        var host = Launch([.. arguments, "--urls=http://127.0.0.1:0", "--metrics-urls=http://127.0.0.1:0"], configuration);
        var exited = host._process.WaitForExitAsync(cancellationToken);
        if (await Task.WhenAny(host._listening.Task, exited) == exited)
            throw new InvalidOperationException($"The host ended with code {host._process.ExitCode.ToString(CultureInfo.InvariantCulture)}: {string.Join('\n', host.Lines)}");
        host.Address = await host._listening.Task;
        return host;
    }

    /// <summary>Runs the host until it ends by itself and gives its exit code and what it printed.</summary>
    /// <param name="arguments">Arguments.</param>
    /// <param name="configuration">Build configuration whose output is run.</param>
    /// <param name="program">Folder with a copy of the built host; null: the build's own.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<(int ExitCode, IReadOnlyList<string> Lines)> RunToEndAsync(
        IReadOnlyList<string> arguments, string configuration, string? program = null, CancellationToken cancellationToken = default)
    {
        await using var host = Launch(arguments, configuration, program);
        await host._process.WaitForExitAsync(cancellationToken);
        return (host._process.ExitCode, host.Lines);
    }

    /// <summary>Waits until <c>/health/ready</c> answers 200.</summary>
    public async Task ReadyAsync(CancellationToken cancellationToken = default)
    {
        using var client = new HttpClient { BaseAddress = Address };
        while (true)
        {
            using (var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), cancellationToken))
                if (answer.IsSuccessStatusCode) return;
            await Task.Delay(20, cancellationToken);
        }
    }

    /// <summary>Waits until the process ended by itself.</summary>
    public Task DeadAsync(CancellationToken cancellationToken = default) => _process.WaitForExitAsync(cancellationToken);

    /// <summary>Kills the process without warning, as a power cut of the program would.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
    }

    /// <summary>Folder of the built host.</summary>
    public static string Program(string configuration) => Path.Combine(Checkout.Root, "host", "UnifiedPlatform.Host", "bin", configuration, "net10.0");

    private static HostProcess Launch(IReadOnlyList<string> arguments, string configuration, string? program = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(program ?? Program(configuration), "UnifiedPlatform.Host.dll"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        var host = new HostProcess(new Process { StartInfo = start, EnableRaisingEvents = true });
        host._process.OutputDataReceived += (_, line) => host.Read(line.Data);
        host._process.ErrorDataReceived += (_, line) => host.Read(line.Data);
        host._process.Start();
        host._process.BeginOutputReadLine();
        host._process.BeginErrorReadLine();
        return host;
    }

    private void Read(string? line)
    {
        if (line is null) return;
        lock (_lines) _lines.Add(line);
        if (line.StartsWith(Announcement, StringComparison.Ordinal)) _listening.TrySetResult(new Uri(line[Announcement.Length..].Split(' ')[0]));
    }
}
