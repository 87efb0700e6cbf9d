using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using UnifiedPlatform.Host.Modules.Operations;
using UnifiedPlatform.Host.Storage;
using UnifiedPlatform.Host.Tests.Identity;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Host.Tests.Storage;

/// <summary>On PostgreSQL a module is a user of its own, who owns one schema and sees no other.</summary>
public sealed class ModuleRoleTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_module_connects_as_its_own_role_and_can_read_nobody_elses_tables()
    {
        Assert.SkipUnless(TestDatabase.Available, TestDatabase.SkipReason);
        await using var platform = await TestPlatform.StartAsync(new TestPlatformOptions { PostgreSql = true }, Cancelled);
        var runtime = platform.Services.GetRequiredService<IModuleRuntime>();

        var answers = await runtime.UseAsync("volunteering", ModuleWork.Call, async (services, left) =>
        {
            await using var connection = await services.GetRequiredService<IModuleDatabase>().OpenAsync(left);
            return new[]
            {
                await AskAsync(connection, "SELECT session_user || ' ' || current_schema()", left),
                await AskAsync(connection, "SELECT count(*) >= 0 FROM outbox", left),
                await AskAsync(connection, "SELECT count(*) FROM host.account", left),
                await AskAsync(connection, "SELECT count(*) FROM residents.resident", left),
                await AskAsync(connection, "SELECT count(*) FROM m_one_window.case_event", left),
                await AskAsync(connection, "SET ROLE postgres", left),
                await AskAsync(connection, "CREATE SCHEMA mine", left),
            };
        }, Cancelled);

        Assert.StartsWith("m_volunteering_", answers[0], StringComparison.Ordinal);
        Assert.EndsWith(" m_volunteering", answers[0], StringComparison.Ordinal);
        Assert.Equal("True", answers[1]);
        Assert.All(answers[2..], answer => Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, answer));
    }

    [Fact]
    public async Task Purging_a_module_takes_its_role_away_and_tables_made_by_another_role_become_its_own()
    {
        Assert.SkipUnless(TestDatabase.Available, TestDatabase.SkipReason);
        await using var database = await TestDatabase.CreateAsync(Cancelled);
        await using var server = NpgsqlDataSource.Create(database.ConnectionString);
        await RunAsync(server, "CREATE SCHEMA m_sample; CREATE TABLE m_sample.thing (id bigserial PRIMARY KEY, words text); INSERT INTO m_sample.thing (words) VALUES ('one'); CREATE FUNCTION m_sample.one() RETURNS int LANGUAGE sql AS 'SELECT 1'");
        using var keys = new TemporaryKeys();
        var ring = keys.Open();
        var role = new ModuleRole(database.ConnectionString, "m_sample", () => ring);
        await using (var module = new PostgreSqlDatabase("sample", database.ConnectionString, "m_sample", role.Name, role.Password))
        {
            await using var connection = await module.OpenAsync(Cancelled);

            Assert.Equal("2", await AskAsync(connection, "INSERT INTO thing (words) VALUES ('two') RETURNING id", Cancelled));
            Assert.Equal("0", await AskAsync(connection, "ALTER TABLE thing ADD COLUMN more text; SELECT count(*) FROM pg_proc WHERE pronamespace = 'm_sample'::regnamespace AND proowner <> current_user::regrole", Cancelled));
        }

        await using var host = new PostgreSqlDatabase("sample", database.ConnectionString, "m_sample");
        await PostgreSqlBackups.DropAsync(host, database.ConnectionString, Cancelled);
        await using var after = await server.OpenConnectionAsync(Cancelled);
        Assert.Equal("0", await AskAsync(after, $"SELECT (SELECT count(*) FROM pg_roles WHERE rolname = '{role.Name}') + (SELECT count(*) FROM pg_namespace WHERE nspname = 'm_sample')", Cancelled));
    }

    private static async Task RunAsync(NpgsqlDataSource server, string sql)
    {
        await using var command = server.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancelled);
    }

    private static async Task<string> AskAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        try
        {
            return Convert.ToString(await command.ExecuteScalarAsync(cancellationToken), System.Globalization.CultureInfo.InvariantCulture) ?? "";
        }
        catch (PostgresException refused)
        {
            return refused.SqlState;
        }
    }
}
