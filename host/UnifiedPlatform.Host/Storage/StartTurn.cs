using Npgsql;
using UnifiedPlatform.Host.Composition;

namespace UnifiedPlatform.Host.Storage;

/// <summary>Hosts on one PostgreSQL database start one after the other: what an empty database lacks is made once, and the next host finds it. The database takes the turn back from a host that dies.</summary>
internal sealed class StartTurn(PlatformOptions options, IHostApplicationLifetime lifetime, ILogger<StartTurn> logger) : IDisposable
{
    /// <summary>How long a start waits for another one. A host that hangs in its start keeps no other out for ever.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private NpgsqlConnection? _session;

    /// <summary>Waits for the turn and keeps it until this host has started.</summary>
    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        if (options.PostgreSql is null || _session is not null) return;
        _session = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(options.PostgreSql) { Pooling = false, CommandTimeout = 0, ApplicationName = "UnifiedPlatform start" }.ConnectionString);
        await _session.OpenAsync(cancellationToken);
        lifetime.ApplicationStarted.Register(Leave);
        try
        {
            await using var command = new NpgsqlCommand($"SET lock_timeout = {(int)Patience.TotalMilliseconds}; SELECT pg_advisory_lock(hashtextextended('unifiedplatform start', 0))", _session);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (PostgresException busy) when (busy.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            logger.LogWarning("Another host on this database has been starting for {Minutes} minutes; this one starts beside it.", Patience.TotalMinutes);
        }
    }

    /// <summary>Lets the next host start.</summary>
    public void Leave() => _session?.Dispose();

    public void Dispose() => Leave();
}
