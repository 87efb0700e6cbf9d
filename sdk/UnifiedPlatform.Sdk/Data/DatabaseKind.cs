namespace UnifiedPlatform.Sdk.Data;

/// <summary>Kind of database.</summary>
public enum DatabaseKind
{
    /// <summary>One SQLite file a module (WAL, synchronous FULL, writes begin immediate).</summary>
    Sqlite,

    /// <summary>One PostgreSQL schema a module.</summary>
    PostgreSql,
}
