using System.Security.Cryptography;
using System.Text;
using Npgsql;
using UnifiedPlatform.Host.Identity.Ring;

namespace UnifiedPlatform.Host.Storage;

/// <summary>The PostgreSQL role of one module: it owns the module's schema and may look into no other. Made, and given its password, before the module's first connection.</summary>
internal sealed class ModuleRole(string connectionString, string schema, Func<KeyRing> ring)
{
    private const string Purpose = "postgresql-roles";
    private const int Iterations = 4_096, SaltBytes = 16;

    private readonly Lock _gate = new();
    private string? _given;

    public string Name { get; } = NameOf(connectionString, schema);

    /// <summary>Roles belong to the whole server: the same module of another database has another one.</summary>
    public static string NameOf(string connectionString, string schema)
    {
        var target = new NpgsqlConnectionStringBuilder(connectionString);
        return $"{schema}_{SuffixOf(target.Database ?? target.Username ?? "")}";
    }

    /// <summary>What the names of all roles of a database end with.</summary>
    public static string SuffixOf(string database) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(database)))[..8];

    /// <summary>The password, the same on every host that shares the keys.</summary>
    public string Password()
    {
        var password = Convert.ToHexStringLower(HMACSHA256.HashData(ring().Active(Purpose).Bytes, Encoding.UTF8.GetBytes(Name)));
        lock (_gate)
        {
            if (_given != password) Make(password);
            _given = password;
        }
        return password;
    }

    private void Make(string password)
    {
        using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, ApplicationName = "UnifiedPlatform roles" }.ConnectionString);
        connection.Open();
        using var transaction = connection.BeginTransaction();
        using var command = new NpgsqlCommand(Statements(Verifier(password)), connection, transaction);
        command.ExecuteNonQuery();
        transaction.Commit();
    }

    // Tables another role made, before there were roles or in the database a dump came from, become the module's own.
    private string Statements(string verifier) => $"""
        SELECT pg_advisory_xact_lock(hashtextextended('unifiedplatform role {Name}', 0));
        DO $$
        DECLARE thing record;
        BEGIN
          IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '{Name}') THEN CREATE ROLE "{Name}"; END IF;
          ALTER ROLE "{Name}" LOGIN PASSWORD '{verifier}';
          IF NOT pg_has_role(current_user, '{Name}', 'USAGE') THEN GRANT "{Name}" TO CURRENT_USER; END IF;
          IF NOT EXISTS (SELECT 1 FROM pg_namespace WHERE nspname = '{schema}') THEN CREATE SCHEMA "{schema}" AUTHORIZATION "{Name}"; END IF;
          IF (SELECT nspowner FROM pg_namespace WHERE nspname = '{schema}') <> '{Name}'::regrole THEN
            ALTER SCHEMA "{schema}" OWNER TO "{Name}";
            FOR thing IN SELECT oid::regclass AS name FROM pg_class WHERE relnamespace = '{schema}'::regnamespace AND relkind IN ('r', 'p', 'v', 'm') LOOP
              EXECUTE format('ALTER TABLE %s OWNER TO %I', thing.name, '{Name}');
            END LOOP;
            FOR thing IN SELECT oid::regprocedure AS name FROM pg_proc WHERE pronamespace = '{schema}'::regnamespace LOOP
              EXECUTE format('ALTER ROUTINE %s OWNER TO %I', thing.name, '{Name}');
            END LOOP;
          END IF;
        END $$
        """;

    // The server keeps this and never hears the password, so that no log of statements holds it (RFC 5803).
    private static string Verifier(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        var salted = Rfc2898DeriveBytes.Pbkdf2(password, salt, Iterations, HashAlgorithmName.SHA256, SHA256.HashSizeInBytes);
        var stored = SHA256.HashData(HMACSHA256.HashData(salted, "Client Key"u8));
        return $"SCRAM-SHA-256${Iterations}:{Convert.ToBase64String(salt)}${Convert.ToBase64String(stored)}:{Convert.ToBase64String(HMACSHA256.HashData(salted, "Server Key"u8))}";
    }
}
