using System.Data.Common;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Host.Audit;

/// <summary>Tables of the audit database. Entries, subjects and closed days are append-only by trigger: not even the host's own code changes them.</summary>
internal static class AuditSchema
{
    private static readonly string[] Sealed = ["audit_entry", "audit_subject", "audit_day"];

    public static async Task CreateAsync(IModuleDatabase database, CancellationToken cancellationToken)
    {
        var sqlite = database.Kind == DatabaseKind.Sqlite;
        await using var connection = await database.OpenAsync(cancellationToken);
        using var turn = await database.TakeWriteTurnAsync(cancellationToken);
        if (database.Schema is { } schema) await RunAsync(connection, $"CREATE SCHEMA IF NOT EXISTS \"{schema}\"", cancellationToken);
        await RunAsync(connection, sqlite ? Tables("BLOB", "INTEGER", "INTEGER PRIMARY KEY") : Tables("bytea", "timestamptz", "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY").Replace("src_id bytea", "src_id uuid", StringComparison.Ordinal).Replace("resident bytea", "resident uuid", StringComparison.Ordinal).Replace(" id bytea", " id uuid", StringComparison.Ordinal), cancellationToken);
        await RunAsync(connection, sqlite ? string.Concat(Sealed.Select(SqliteTriggers)) : PostgreSqlTriggers(), cancellationToken);
    }

    private static string Tables(string blob, string instant, string numbered) => $"""
        CREATE TABLE IF NOT EXISTS audit_in (n {numbered}, id {blob} NOT NULL UNIQUE, body {blob} NOT NULL);
        CREATE TABLE IF NOT EXISTS audit_entry (
            seq bigint NOT NULL PRIMARY KEY, day text NOT NULL, n bigint NOT NULL, src text NOT NULL, src_id {blob} NOT NULL, at {instant} NOT NULL,
            actor text, act text NOT NULL, rtype text NOT NULL, rid text, result text NOT NULL, body {blob} NOT NULL, hash {blob} NOT NULL, UNIQUE (src, src_id));
        CREATE INDEX IF NOT EXISTS ix_audit_entry_day ON audit_entry (day, seq);
        CREATE INDEX IF NOT EXISTS ix_audit_entry_actor ON audit_entry (actor, seq);
        CREATE TABLE IF NOT EXISTS audit_subject (resident {blob} NOT NULL, seq bigint NOT NULL, PRIMARY KEY (resident, seq));
        CREATE TABLE IF NOT EXISTS audit_day (day text NOT NULL PRIMARY KEY, first_seq bigint NOT NULL, entries bigint NOT NULL, close {blob} NOT NULL, closed_at {instant} NOT NULL);
        CREATE TABLE IF NOT EXISTS audit_anchor (seq bigint NOT NULL, at {instant} NOT NULL, PRIMARY KEY (seq, at));

        """;

    private static string SqliteTriggers(string table) => $"""
        CREATE TRIGGER IF NOT EXISTS {table}_no_update BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;
        CREATE TRIGGER IF NOT EXISTS {table}_no_delete BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;

        """;

    private static string PostgreSqlTriggers() => """
        CREATE OR REPLACE FUNCTION audit_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;

        """ + string.Concat(Sealed.Select(table => $"""
        DO $$ BEGIN
            IF NOT EXISTS (SELECT 1 FROM pg_trigger WHERE tgname = '{table}_append_only' AND tgrelid = '{table}'::regclass) THEN
                CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION audit_append_only();
            END IF;
        END $$;

        """));

    private static async Task RunAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
