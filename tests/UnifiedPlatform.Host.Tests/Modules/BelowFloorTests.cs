using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Modules.Data;
using UnifiedPlatform.Host.Modules.Operations;
using UnifiedPlatform.Host.Storage;
using UnifiedPlatform.Runtime.Tests.Support;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Host.Tests.Modules;

/// <summary>A version that cannot read what a newer one made of the data comes back only with the backup, and only when whoever asks accepts what is lost.</summary>
[Trait("Duration", "Long")]
public sealed class BelowFloorTests : IDisposable
{
    private const string Module = "/api/admin/modules/volunteering", Count = "SELECT max(free_hours) FROM volunteers", Backup = "before.copy";

    private readonly string _folder = Directory.CreateTempSubdirectory("up-floor-").FullName;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task Going_below_the_floor_needs_the_backup_and_a_word_and_keeps_what_was_replaced(DatabaseKind kind)
    {
        Assert.SkipUnless(kind == DatabaseKind.Sqlite || TestDatabase.Available, TestDatabase.SkipReason);
        var newer = Packages();
        await using var platform = await TestPlatform.StartAsync(new TestPlatformOptions { PostgreSql = kind == DatabaseKind.PostgreSql, Modules = Path.Combine(_folder, "offered") }, Cancelled);
        using var administrator = platform.ClientFor("administrator");
        var data = platform.Services.GetRequiredService<Databases>().Of("volunteering");
        await CopyAsync(platform, data);
        Assert.Equal("succeeded", await EndAsync(administrator, await administrator.PostAsync(new Uri("/api/admin/modules?reason=trial&grant=*", UriKind.Relative), new ByteArrayContent(newer), Cancelled)));
        var before = await AskAsync(data, Count);

        using var none = await administrator.PostAsJsonAsync($"{Module}/roll-back", new { reason = "trial" }, Cancelled);
        await NoteAsync(platform);
        await AskAsync(data, "UPDATE volunteers SET free_hours = 77");
        using var silent = await administrator.PostAsJsonAsync($"{Module}/roll-back", new { reason = "trial" }, Cancelled);
        var agreed = await EndAsync(administrator, await administrator.PostAsJsonAsync($"{Module}/roll-back", new { reason = "trial", restoreBackup = true }, Cancelled));

        Assert.Equal([HttpStatusCode.Conflict, HttpStatusCode.Conflict], [none.StatusCode, silent.StatusCode]);
        Assert.NotEqual(await none.Content.ReadAsStringAsync(Cancelled), await silent.Content.ReadAsStringAsync(Cancelled));
        Assert.Equal(("succeeded", "1.0.0"), (agreed, (await administrator.GetFromJsonAsync<JsonElement>(Module, Cancelled)).GetProperty("version").GetString()));
        Assert.NotEqual("77", before);
        Assert.Equal(before, await AskAsync(data, Count));
        Assert.True(await HasReplacedAsync(platform, data));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // The newer version says that nothing below it reads its data.
    private byte[] Packages()
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(Path.Combine(Checkout.Root, ".keys", "module-dev.pem")));
        var packed = ModulePackage.Read(Directory.GetFiles(Path.Combine(Checkout.Root, "modules", ".packed"), "volunteering-*.upm").Single());
        packed.Write(Path.Combine(_folder, "offered"), null, key);
        var draft = new ZipDraft(packed.Write(_folder, "1.0.1", key).File);
        var manifest = draft.Manifest;
        return File.ReadAllBytes(draft.Sign(manifest with { Data = manifest.Data! with { MinAppVersion = "1.0.1" } }, key).Write(Path.Combine(_folder, "newer.upm"))); // volunteering keeps data
    }

    // What the host makes before a migration; these two versions have none between them.
    private static async Task CopyAsync(TestPlatform platform, IModuleDatabase data)
    {
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(platform.Data, "modules", "volunteering", "backups")).FullName, Backup);
        if (data.Kind == DatabaseKind.Sqlite)
        {
            await AskAsync(data, $"VACUUM INTO '{file}'");
            return;
        }
        var target = new NpgsqlConnectionStringBuilder(platform.Services.GetRequiredService<PlatformOptions>().PostgreSql);
        using var dump = Process.Start("pg_dump", ["--format=custom", $"--schema={data.Schema}", $"--host={target.Host}", $"--port={target.Port}", $"--username={target.Username}", $"--dbname={target.Database}", $"--file={file}"]);
        await dump.WaitForExitAsync(Cancelled);
        Assert.Equal(0, dump.ExitCode);
    }

    private static Task NoteAsync(TestPlatform platform) => platform.Services.GetRequiredService<ModuleLedger>().RunAsync(
        async (database, token) => await database.Operations.Where(row => row.Module == "volunteering" && row.Verb == OperationVerb.Upgrade).ExecuteUpdateAsync(set => set.SetProperty(row => row.Backup, Backup), token), Cancelled);

    private static async Task<bool> HasReplacedAsync(TestPlatform platform, IModuleDatabase data) => data.Kind == DatabaseKind.Sqlite
        ? Directory.GetFiles(Path.Combine(platform.Data, "modules", "volunteering", "replaced")).Length == 1
        : await AskAsync(data, "SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'replaced_volunteering_%'") == "1";

    private static async Task<string?> AskAsync(IModuleDatabase data, string sql)
    {
        using var turn = await data.TakeWriteTurnAsync(Cancelled);
        await using var connection = await data.OpenAsync(Cancelled);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(await command.ExecuteScalarAsync(Cancelled), CultureInfo.InvariantCulture);
    }

    private static async Task<string?> EndAsync(HttpClient client, HttpResponseMessage asked)
    {
        using var answer = asked;
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync(Cancelled));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            var operation = await client.GetFromJsonAsync<JsonElement>(answer.Headers.Location, Cancelled);
            if (operation.GetProperty("ended").GetBoolean()) return operation.GetProperty("state").GetString();
            await timer.WaitForNextTickAsync(Cancelled);
        }
    }
}
