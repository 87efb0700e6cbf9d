using System.Data.Common;
using UnifiedPlatform.Host.Composition;

namespace UnifiedPlatform.Host.Storage;

/// <summary>Whether the host's own database answers and can be written.</summary>
internal sealed class StorageReadiness(Databases databases, DataDirectory directory) : IReadinessCheck
{
    public string Name => "storage";

    public async ValueTask<string?> ProblemAsync(CancellationToken cancellationToken)
    {
        if (!directory.IsWritable()) return "the data directory cannot be written";
        try
        {
            await using var connection = await databases.Of(Databases.Host).OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT 1";
            await command.ExecuteScalarAsync(cancellationToken);
            return null;
        }
        catch (DbException)
        {
            return "the host's database does not answer";
        }
    }
}
