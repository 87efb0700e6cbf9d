using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Tests.Support;

/// <summary>A SQLite file for each module, as the host gives it.</summary>
internal static class Databases
{
    public static void Add(IServiceCollection services) => services.ExportToModules<IModuleDatabase>((_, module) => new SqliteDatabase(module.Id, Path.Combine(module.DataFolder, "app.db")), Capabilities.Database);

    public static async Task<string> TextAsync(string file, string sql)
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={file};Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken), System.Globalization.CultureInfo.InvariantCulture) ?? "";
    }
}
