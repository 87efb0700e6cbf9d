using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Host.Tests.Exchange;

internal sealed partial class Town
{
    /// <summary>A town of a test's own, gone at its end.</summary>
    public static async Task<Town> CreateAsync(DatabaseKind kind, CancellationToken cancellationToken)
    {
        Assert.SkipUnless(kind == DatabaseKind.Sqlite || TestDatabase.Available, TestDatabase.SkipReason);
        var folder = Directory.CreateTempSubdirectory("up-town-").FullName;
        var server = kind == DatabaseKind.Sqlite ? null : await TestDatabase.CreateAsync(cancellationToken);
        var town = await OpenAsync(folder, server?.ConnectionString, cancellationToken);
        town.Closed = async () =>
        {
            if (server is not null) await server.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        };
        return town;
    }
}
