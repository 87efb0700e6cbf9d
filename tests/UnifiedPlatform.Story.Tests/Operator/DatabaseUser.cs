using Npgsql;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Story.Tests.Operator;

/// <summary>A user of the PostgreSQL server who may sign in and nothing else. Made before and dropped after the databases it works in.</summary>
internal sealed class DatabaseUser : IAsyncDisposable
{
    private readonly string _password = Guid.NewGuid().ToString("N");

    private DatabaseUser(string name) => Name = name;

    public string Name { get; }

    public static async Task<DatabaseUser> CreateAsync(CancellationToken cancellationToken)
    {
        var user = new DatabaseUser($"host_{Guid.CreateVersion7():N}");
        await RunAsync(Server, $"CREATE ROLE {user.Name} LOGIN PASSWORD '{user._password}'", cancellationToken);
        return user;
    }

    /// <summary>Connection string of this user in a database.</summary>
    public string In(TestDatabase database) => new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = Name, Password = _password }.ConnectionString;

    /// <summary>Runs a statement as the server's administrator and gives its first value; null: it has none.</summary>
    public static Task<object?> AskAsync(TestDatabase database, string sql, CancellationToken cancellationToken) => RunAsync(database.ConnectionString, sql, cancellationToken);

    public async ValueTask DisposeAsync() => await RunAsync(Server, $"DROP ROLE {Name}", CancellationToken.None);

    private static string Server => TestDatabase.Server ?? throw new InvalidOperationException(TestDatabase.SkipReason);

    private static async Task<object?> RunAsync(string connectionString, string sql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancellationToken);
    }
}
