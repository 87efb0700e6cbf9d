using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Storage;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Host.Audit;

/// <summary>Every database with tables of the platform (<c>audit_out</c> among them), also those of modules that do not run now.</summary>
internal sealed class AuditSources(Databases databases, PlatformOptions options)
{
    public async ValueTask<IReadOnlyList<IModuleDatabase>> FindAsync(CancellationToken cancellationToken)
    {
        var owners = options.PostgreSql is null ? InFiles() : await InSchemasAsync(cancellationToken);
        return [.. owners.Where(owner => owner != Databases.Audit).Order(StringComparer.Ordinal).Select(databases.Of)];
    }

    private IEnumerable<string> InFiles()
    {
        foreach (var owner in Databases.HostOwners)
            if (File.Exists(options.InData(owner + ".db"))) yield return owner;
        var modules = options.InData("modules");
        if (!Directory.Exists(modules)) yield break;
        foreach (var folder in Directory.EnumerateDirectories(modules))
            if (File.Exists(Path.Combine(folder, "app.db"))) yield return Path.GetFileName(folder);
    }

    private async ValueTask<IEnumerable<string>> InSchemasAsync(CancellationToken cancellationToken)
    {
        await using var connection = await databases.Of(Databases.Audit).OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT table_schema FROM information_schema.tables WHERE table_name = 'audit_out'";
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var owners = new List<string>();
        while (await rows.ReadAsync(cancellationToken))
        {
            var schema = rows.GetString(0);
            if (Databases.HostOwners.Contains(schema)) owners.Add(schema);
            else if (schema.StartsWith("m_", StringComparison.Ordinal)) owners.Add(schema[2..].Replace('_', '-'));
        }
        return owners;
    }
}
