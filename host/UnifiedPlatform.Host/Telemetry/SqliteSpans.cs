using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace UnifiedPlatform.Host.Telemetry;

/// <summary>Spans of EF commands on SQLite, which neither EF nor the driver makes; PostgreSQL's driver makes its own.</summary>
internal sealed class SqliteSpans : IHostedService, IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private static readonly ActivitySource Source = new("UnifiedPlatform.Database");
    private readonly List<IDisposable> _subscriptions = [];
    private IDisposable? _listeners;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _listeners = DiagnosticListener.AllListeners.Subscribe(this);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name != DbLoggerCategory.Name) return;
        // A generation's listener ends with its provider; the list only holds the handle to unsubscribe at our own end.
        lock (_subscriptions) _subscriptions.Add(value.Subscribe(this, name => name == RelationalEventId.CommandExecuted.Name || name == RelationalEventId.CommandError.Name));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is not CommandEndEventData data || data.Connection is not Microsoft.Data.Sqlite.SqliteConnection connection) return;
        using var span = Source.StartActivity("sqlite " + data.ExecuteMethod, ActivityKind.Client, default(ActivityContext), startTime: data.StartTime);
        if (span is null) return;
        span.SetTag("db.system.name", "sqlite");
        span.SetTag("db.namespace", Path.GetFileNameWithoutExtension(connection.DataSource));
        span.SetTag("db.query.text", data.Command.CommandText);
        if (data is CommandErrorEventData) span.SetStatus(ActivityStatusCode.Error);
        span.SetEndTime(data.StartTime.UtcDateTime + data.Duration);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        _listeners?.Dispose();
        _listeners = null;
        lock (_subscriptions)
        {
            foreach (var subscription in _subscriptions) subscription.Dispose();
            _subscriptions.Clear();
        }
    }
}
