using System.Globalization;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Runtime.Data;

/// <summary>Bytes of an owner's tables and indexes.</summary>
internal static class DatabaseSize
{
    public static async ValueTask<long> OfAsync(IModuleDatabase database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = database.Kind == DatabaseKind.Sqlite
            ? "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
            : $"SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0)::bigint FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = '{database.Schema}' AND c.relkind = 'r'";
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }
}
