using System.Collections.Concurrent;

namespace UnifiedPlatform.Sdk.Testing.Conformance;

/// <summary>Readers that ask for a module's pages and addresses one after the other, with a breath for the rest of a small machine between, and note every answer that is no success.</summary>
internal sealed class SteadyLoad : IAsyncDisposable
{
    private const int Readers = 2, Most = 20;
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(10);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _failures = new();
    private readonly Task[] _readers;
    private readonly SemaphoreSlim _answers = new(0);
    private readonly IReadOnlyList<string> _paths;
    private int _answered;

    private SteadyLoad(ModuleTestHost host, IReadOnlyList<string> paths)
    {
        _paths = paths;
        _readers = _paths.Count == 0 ? [] : [.. Enumerable.Range(0, Readers).Select(reader => Task.Run(() => ReadAsync(host, reader)))];
    }

    public static SteadyLoad Start(ModuleTestHost host, IReadOnlyList<string> paths) => new(host, paths);

    /// <summary>Waits until each path could be asked for at least once more.</summary>
    public async Task RoundAsync(CancellationToken cancellationToken)
    {
        if (_readers.Length == 0) return;
        while (_answers.Wait(0, cancellationToken)) { }
        for (var i = 0; i < _paths.Count + Readers; i++) await _answers.WaitAsync(cancellationToken);
    }

    public async Task<(int Answered, IReadOnlyList<string> Failures)> EndAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_readers);
        return (_answered, [.. _failures.Take(Most)]);
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _stop.Dispose();
        _answers.Dispose();
    }

    private async Task ReadAsync(ModuleTestHost host, int start)
    {
        using var client = host.ClientFor(host.Permitted);
        for (var i = start; !_stop.IsCancellationRequested; i++)
        {
            var path = _paths[i % _paths.Count];
            try
            {
                // Not cancelled: a request in flight is to be answered.
                using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), CancellationToken.None);
                if (!answer.IsSuccessStatusCode) _failures.Enqueue($"GET {path} answered {(int)answer.StatusCode} during a swap.");
            }
            catch (HttpRequestException failure)
            {
                _failures.Enqueue($"GET {path} broke off during a swap: {failure.Message}");
            }
            Interlocked.Increment(ref _answered);
            _answers.Release();
            await Task.Delay(Breath, CancellationToken.None);
        }
    }
}
