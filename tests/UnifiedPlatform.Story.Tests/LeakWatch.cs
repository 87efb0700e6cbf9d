using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Logging;

namespace UnifiedPlatform.Story.Tests;

/// <summary>Listens to every sink of a host — logs, spans with their addresses, answers with an error — and finds seeded personal values in them.</summary>
public sealed class LeakWatch : ILoggerProvider
{
    private readonly ConcurrentQueue<(string Sink, string Text)> _heard = new();
    private readonly ActivityListener _spans;

    public LeakWatch()
    {
        _spans = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => Hear("span", $"{span.DisplayName} {string.Join(' ', span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))} {string.Join(' ', span.Events.SelectMany(e => e.Tags).Select(tag => $"{tag.Key}={tag.Value}"))} {span.StatusDescription}"),
        };
        ActivitySource.AddActivityListener(_spans);
    }

    public int Count => _heard.Count;

    public void Hear(string sink, string text) => _heard.Enqueue((sink, text));

    public ILogger CreateLogger(string categoryName) => new Ear(this, categoryName);

    public void Dispose() => _spans.Dispose();

    /// <summary>What was heard and holds one of the values, as sink and the value's kind; never the value itself.</summary>
    public IReadOnlyList<string> Find(IEnumerable<SeededValue> values)
    {
        var all = values.ToArray();
        return [.. _heard.SelectMany(heard => all.Where(value => heard.Text.Contains(value.Text, StringComparison.Ordinal)).Select(value => $"{heard.Sink}: {value.Kind}")).Distinct()];
    }

    /// <summary>Files that hold one of the values as UTF-8 or UTF-16 bytes.</summary>
    public static IReadOnlyList<string> FindInFiles(string folder, IEnumerable<SeededValue> values)
    {
        var needles = values.SelectMany(value => new[] { (value.Kind, Bytes: Encoding.UTF8.GetBytes(value.Text)), (value.Kind, Bytes: Encoding.Unicode.GetBytes(value.Text)) }).ToArray();
        var found = new List<string>();
        // The lock file is empty, and held until the host is disposed.
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "host.lock"))
        {
            var content = File.ReadAllBytes(file).AsSpan();
            foreach (var (kind, bytes) in needles)
                if (content.IndexOf(bytes) >= 0) found.Add($"{Path.GetRelativePath(folder, file)}: {kind}");
        }
        return [.. found.Distinct()];
    }

    private sealed class Ear(LeakWatch watch, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            watch.Hear("log scope", $"{category} {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            watch.Hear("log", $"{category} {formatter(state, exception)} {exception}");
    }
}

/// <summary>A personal value that was put into the platform.</summary>
/// <param name="Kind">What it is: id, phone, name.</param>
/// <param name="Text">The value.</param>
public sealed record SeededValue(string Kind, string Text);
