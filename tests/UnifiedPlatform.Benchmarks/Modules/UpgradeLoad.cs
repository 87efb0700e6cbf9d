using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Benchmarks.Modules;

/// <summary>People and programs at work on a module while it is replaced. Every answer that is not what it should be counts.</summary>
internal sealed class UpgradeLoad(TestPlatform platform) : IDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<string> _failures = new();
    private readonly List<Task> _workers = [];
    private Process? _browser;
    private long _answered;

    public IReadOnlyCollection<string> Failures => _failures;

    public long Answered => Interlocked.Read(ref _answered);

    public void Dispose() => _end.Dispose();

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var clerk = await DemoBrowser.SignInAsync(platform, "clerk", cancellationToken);
        var poster = await DemoBrowser.SignInAsync(platform, "clerk", cancellationToken);
        _workers.Add(RepeatAsync(() => PostAsync(poster)));
        foreach (var path in new[] { "/m/bench-up/slow", "/m/bench-up/open", "/m/bench-up/api/entries", "/m/bench-up/api/version", "/openapi/bench-up.json" }) _workers.Add(RepeatAsync(() => GetAsync(clerk.Client, path)));
        _workers.Add(RepeatAsync(() => PublishAsync(clerk)));
        _browser = Chromium(new Uri(platform.Address, "/m/bench-up/again"));
    }

    public async Task EndAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_workers);
        if (_browser is { HasExited: false }) _browser.Kill(entireProcessTree: true);
        _browser?.Dispose();
        _end.Dispose();
    }

    private async Task RepeatAsync(Func<Task<string?>> act)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        await Task.Yield();
        while (!_end.IsCancellationRequested)
        {
            string? failure;
            try
            {
                failure = await act();
            }
            catch (Exception error) when (error is HttpRequestException or InvalidOperationException or IOException)
            {
                failure = error.Message;
            }
            if (failure is not null) _failures.Enqueue(failure);
            Interlocked.Increment(ref _answered);
            // A reader between two clicks: the load is mixed, not a flood.
            await pause.WaitForNextTickAsync();
        }
    }

    private static async Task<string?> GetAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        return answer.StatusCode == HttpStatusCode.OK ? null : $"{path} {(int)answer.StatusCode}";
    }

    private static async Task<string?> PostAsync(DemoBrowser poster)
    {
        using var answer = await poster.SubmitAsync("/m/bench-up/form", "/m/bench-up/form", []);
        return answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther ? null : $"form {(int)answer.StatusCode}";
    }

    private async Task<string?> PublishAsync(DemoBrowser clerk)
    {
        using var answer = await clerk.SubmitAsync("/m/bench-up/form", "/m/bench-up/form", []);
        using var client = platform.ClientFor("clerk");
        using var published = await client.PostAsync(new Uri("/m/bench-source/api/things", UriKind.Relative), null);
        return published.StatusCode == HttpStatusCode.OK ? null : $"publish {(int)published.StatusCode}";
    }

    // A real page in a real browser comes back by itself each second.
    private static Process? Chromium(Uri page)
    {
        var path = Environment.GetEnvironmentVariable("UNIFIED_CHROMIUM") ?? "/usr/bin/chromium";
        if (!File.Exists(path)) return null;
        var start = new ProcessStartInfo(path) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in new[] { "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0", $"--user-data-dir={Path.Combine(Path.GetTempPath(), "up-bench-browser-" + Guid.NewGuid().ToString("N"))}", page.ToString() }) start.ArgumentList.Add(argument);
        var browser = Process.Start(start);
        browser?.BeginErrorReadLine();
        browser?.BeginOutputReadLine();
        return browser;
    }
}
