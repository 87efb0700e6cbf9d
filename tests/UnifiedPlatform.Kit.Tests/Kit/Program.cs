using System.Diagnostics;

namespace UnifiedPlatform.Kit.Tests.Kit;

/// <summary>A child program that is read line by line.</summary>
internal sealed class Program : IAsyncDisposable
{
    private readonly Process _process;
    private readonly List<string> _lines = [];
    private readonly List<(Func<string, bool> Wanted, TaskCompletionSource<string> Found)> _waiting = [];

    private Program(Process process) => _process = process;

    /// <summary>What it printed on both streams.</summary>
    public string Output
    {
        get
        {
            lock (_lines) return string.Join('\n', _lines);
        }
    }

    public static Program Start(IReadOnlyList<string> words, string folder, IReadOnlyDictionary<string, string?> environment)
    {
        var start = new ProcessStartInfo(words[0], words.Skip(1)) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var program = new Program(new Process { StartInfo = start });
        program._process.OutputDataReceived += (_, line) => program.Read(line.Data);
        program._process.ErrorDataReceived += (_, line) => program.Read(line.Data);
        program._process.Start();
        program._process.BeginOutputReadLine();
        program._process.BeginErrorReadLine();
        return program;
    }

    /// <summary>Waits until it ends by itself and gives its exit code.</summary>
    public async Task<int> EndAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Waits for a line it has printed or will print.</summary>
    /// <param name="wanted">Whether it is the line.</param>
    /// <param name="after">How many lines from the beginning are passed over.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<string> LineAsync(Func<string, bool> wanted, int after, CancellationToken cancellationToken)
    {
        var found = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lines)
        {
            if (_lines.Skip(after).FirstOrDefault(wanted) is { } line) return line;
            _waiting.Add((wanted, found));
        }
        var ended = _process.WaitForExitAsync(cancellationToken);
        if (await Task.WhenAny(found.Task, ended) == ended && !found.Task.IsCompleted)
        {
            await ended;
            throw new InvalidOperationException($"The program ended before it said what was waited for:\n{Output}");
        }
        return await found.Task;
    }

    /// <summary>How many lines it has printed.</summary>
    public int Count
    {
        get
        {
            lock (_lines) return _lines.Count;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null) return;
        lock (_lines)
        {
            _lines.Add(line);
            foreach (var (_, found) in _waiting.Where(entry => entry.Wanted(line))) found.TrySetResult(line);
        }
    }
}
