using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace UnifiedPlatform.Runtime.Tests.Support;

/// <summary>Counts what is logged, by category.</summary>
internal sealed class LogSink : ILoggerProvider
{
    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);

    public int Count(string category) => _counts.GetValueOrDefault(category);

    public ILogger CreateLogger(string categoryName) => new Counter(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Counter(LogSink sink, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            sink._counts.AddOrUpdate(category, 1, static (_, count) => count + 1);
    }
}

internal static class LogSinkRegistration
{
    public static IServiceCollection AddLoggerProvider(this IServiceCollection services, ILoggerProvider provider) => services.AddSingleton(provider);
}
