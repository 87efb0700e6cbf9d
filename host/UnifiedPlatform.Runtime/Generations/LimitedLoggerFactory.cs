using Microsoft.Extensions.Logging;

namespace UnifiedPlatform.Runtime.Generations;

/// <summary>The host's loggers as a module gets them: within its budget.</summary>
internal sealed class LimitedLoggerFactory(ILoggerFactory host, LogBudget budget) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => new Limited(host.CreateLogger(categoryName), budget);

    // The host's providers are the host's.
    public void AddProvider(ILoggerProvider provider)
    {
    }

    public void Dispose()
    {
    }

    private sealed class Limited(ILogger inner, LogBudget budget) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => inner.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (inner.IsEnabled(logLevel) && budget.Take()) inner.Log(logLevel, eventId, state, exception, formatter);
        }
    }
}
