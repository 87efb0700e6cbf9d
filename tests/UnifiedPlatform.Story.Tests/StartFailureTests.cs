using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;
using UnifiedPlatform.Sdk.Testing;
using UnifiedPlatform.Story.Tests.Operator;

namespace UnifiedPlatform.Story.Tests;

/// <summary>A host that cannot start says in one line what to do and exits with a code other than 0.</summary>
public sealed class StartFailureTests : IAsyncDisposable
{
    private const string Anywhere = "--urls=http://127.0.0.1:0", NoMetrics = "--metrics-urls=";
    private readonly Site _site = new();

    [Theory]
    [InlineData("urls", "metrics-urls")]
    [InlineData("metrics-urls", "urls")]
    public async Task A_taken_port_is_named_with_its_flag(string flag, string other)
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";

        var line = await _site.RefusalAsync("--demo", $"--{flag}={address}", $"--{other}=http://127.0.0.1:0");

        Assert.Contains(address, line, StringComparison.Ordinal);
        Assert.Contains($" --{flag}", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--urls=rubbish", "--urls")]
    [InlineData("--urls=ftp://127.0.0.1:0", "--urls")]
    [InlineData("--metrics-urls=127.0.0.1", "--metrics-urls")]
    [InlineData("--urls=http://0.0.0.0:5080", "--demo-allow-remote")]
    [InlineData("--demo=false --urls=http://0.0.0.0:5080", "Security:Proxies")]
    [InlineData("--demo=false --urls=http://192.0.2.1:5080 --Security:Proxies=mars", "Security:Proxies")]
    [InlineData("--dmeo", "--dmeo")]
    [InlineData("--demo-residents", "--demo-residents")]
    [InlineData("--demo-residents=many", "--demo-residents")]
    [InlineData("--demo maybe", "maybe")]
    [InlineData("--Storge:PostgreSql=x", "Storge:PostgreSql")]
    [InlineData("--Storage:PostgreSql=rubbish", "Storage:PostgreSql")]
    [InlineData("--Storage:PostgreSql=Host=127.0.0.1;Port=1;Username=x", "Storage:PostgreSql")]
    [InlineData("--TimeZone=Nowhere/Land", "TimeZone")]
    [InlineData("--data=", "--data")]
    [InlineData("audti verify", "audti")]
    public async Task What_cannot_be_meant_is_said_with_what_can_be(string words, string named)
    {
        var (code, said) = await _site.RunAsync([.. words.Split(' '), .. words.StartsWith("--", StringComparison.Ordinal) ? Free(words) : []]);

        Assert.Equal(2, code);
        Assert.Contains(named, words.StartsWith("--", StringComparison.Ordinal) ? Assert.Single(said) : said[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_of_another_machine_is_no_place_to_listen() =>
        Assert.Contains("--urls", await _site.RefusalAsync("--urls=http://192.0.2.1:5080", NoMetrics, "--Security:Proxies=127.0.0.0/8"), StringComparison.Ordinal);

    [Theory]
    [InlineData("{ \"Logging\": ", "appsettings.json")]
    [InlineData("{ \"Storge\": { \"PostgreSql\": \"x\" } }", "Storge:PostgreSql")]
    public async Task Rubbish_in_appsettings_is_named(string settings, string named)
    {
        var program = Directory.CreateDirectory(Path.Combine(_site.Folder, "program")).FullName;
        foreach (var file in Directory.EnumerateFiles(HostProcess.Program(Build.Configuration))) File.Copy(file, Path.Combine(program, Path.GetFileName(file)));
        await File.WriteAllTextAsync(Path.Combine(program, "appsettings.json"), settings, TestContext.Current.CancellationToken);

        var (code, lines) = await HostProcess.RunToEndAsync([Anywhere, NoMetrics, $"--data={_site.Data}", $"--keys={_site.Keys}"], Build.Configuration, program, TestContext.Current.CancellationToken);

        Assert.Equal(2, code);
        Assert.Contains(named, Assert.Single(lines, line => line.Length > 0), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_inside_the_data_directory_are_refused_outside_the_demo() =>
        Assert.Contains("--keys", await _site.RefusalAsync(Anywhere, NoMetrics, $"--keys={_site.Data}/keys"), StringComparison.Ordinal);

    [Fact]
    public async Task A_data_directory_in_use_is_not_opened_twice_not_even_by_a_verb()
    {
        await using var first = await HostProcess.StartAsync(["--demo=true", "--demo-residents=1", $"--data={_site.Data}", $"--keys={_site.Keys}"], Build.Configuration, TestContext.Current.CancellationToken);

        foreach (var words in (string[][])[["--demo", Anywhere, NoMetrics], ["keys", "rotate", "residents"]])
            Assert.Contains($"uses the data directory {_site.Data}", await _site.RefusalAsync(words), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data")]
    [InlineData("keys")]
    public async Task A_directory_that_may_not_be_written_is_named(string flag)
    {
        await using var disk = await TinyDisk.MountAsync("ro");
        var line = await _site.RefusalAsync("--demo", Anywhere, NoMetrics, $"--{flag}={disk.Folder}/{flag}");

        Assert.Contains(disk.Folder, line, StringComparison.Ordinal);
        Assert.Contains($"--{flag} DIR", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disk_already_full_at_the_start_is_said()
    {
        await using var disk = await TinyDisk.MountAsync("size=64k");

        Assert.Contains("full", await _site.RefusalAsync("--demo", Anywhere, NoMetrics, $"--data={disk.Folder}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("keys", "keys")]
    [InlineData("keys.kek", "keys.kek")]
    public async Task Missing_keys_are_named_and_nothing_takes_their_place(string lost, string named)
    {
        await SetUpAsync();
        var (from, to) = (Path.Combine(_site.Folder, lost), Path.Combine(_site.Folder, "away"));
        Directory.Move(from, to);

        Assert.Contains(Path.Combine(_site.Folder, named), await _site.RefusalAsync(Anywhere, NoMetrics), StringComparison.Ordinal);

        if (Directory.Exists(from)) Directory.Delete(from, recursive: true);
        Directory.Move(to, from);
        Assert.Equal(0, (await _site.RunAsync("keys", "list")).Code);
    }

    [Theory]
    [InlineData("host")]
    [InlineData("residents")]
    public async Task A_database_of_a_newer_version_is_left_alone(string owner)
    {
        await SetUpAsync();
        if (owner == "residents") await StartOnceAsync();
        await using (var database = new SqliteConnection($"Data Source={_site.Data}/{owner}.db;Pooling=False"))
        {
            await database.OpenAsync(TestContext.Current.CancellationToken);
            await using var newer = new SqliteCommand("INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_FromTheFuture', '99.0')", database);
            await newer.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var line = await _site.RefusalAsync(Anywhere, NoMetrics);

        Assert.Contains($"'{owner}' was written by a newer version", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_user_with_too_few_rights_is_told_what_to_grant_and_that_is_enough()
    {
        Assert.SkipUnless(TestDatabase.Available, TestDatabase.SkipReason);
        await using var user = await DatabaseUser.CreateAsync(TestContext.Current.CancellationToken);
        await using var database = await TestDatabase.CreateAsync(TestContext.Current.CancellationToken);
        await using var site = new Site { PostgreSql = user.In(database) };

        var line = await site.RefusalAsync("--demo", Anywhere, NoMetrics);
        var statements = line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..].Split("; ");

        Assert.Equal([$"ALTER ROLE {user.Name} CREATEROLE", $"GRANT CREATE ON DATABASE {new NpgsqlConnectionStringBuilder(database.ConnectionString).Database} TO {user.Name}"], statements);
        Assert.Equal(0L, await DatabaseUser.AskAsync(database, "SELECT count(*) FROM pg_namespace WHERE nspname IN ('host', 'audit', 'residents', 'jobs')", TestContext.Current.CancellationToken));

        foreach (var statement in statements) await DatabaseUser.AskAsync(database, statement, TestContext.Current.CancellationToken);
        await using var host = await site.StartAsync();
        Assert.All((await site.As(host, "administrator").GetAsync("/api/admin/modules")).EnumerateArray(), module => Assert.Equal("running", module.GetProperty("state").GetString()));
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private async Task SetUpAsync() => Assert.Equal(0, (await _site.RunAsync("setup", "--system=system-zhao", "--security=security-qian", "--audit=audit-sun")).Code);

    private async Task StartOnceAsync()
    {
        await using var host = await HostProcess.StartAsync([$"--data={_site.Data}", $"--keys={_site.Keys}"], Build.Configuration, TestContext.Current.CancellationToken);
    }

    private static string[] Free(string words) =>
        [.. words.Contains("--demo", StringComparison.Ordinal) ? Array.Empty<string>() : ["--demo"], .. words.Contains("--urls", StringComparison.Ordinal) ? Array.Empty<string>() : [Anywhere], .. words.Contains("--metrics", StringComparison.Ordinal) ? Array.Empty<string>() : [NoMetrics]];
}
