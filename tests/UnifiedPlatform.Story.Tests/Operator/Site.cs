using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Story.Tests.Operator;

/// <summary>One installation as the operator has it: a data directory, a key directory, and the shipped host as a process.</summary>
internal sealed partial class Site : IAsyncDisposable
{
    public const string Credentials = "demo-credentials.json";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly List<HttpClient> _clients = [];

    public Site() => Data = Path.Combine(Folder, "data");

    public string Folder { get; } = Directory.CreateTempSubdirectory("up-site-").FullName;

    public string Data { get; init; }

    public string Keys => Path.Combine(Folder, "keys");

    /// <summary>Connection string; null: SQLite files.</summary>
    public string? PostgreSql { get; init; }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Starts a node and waits until it is ready.</summary>
    /// <param name="data">Data directory of this node; null: the site's.</param>
    public async Task<HostProcess> StartAsync(string? data = null)
    {
        var host = await HostProcess.StartAsync(["--demo=true", "--demo-residents=30", .. Places(data)], Build.Configuration, Cancelled);
        await host.ReadyAsync(Cancelled).WaitAsync(Patience, Cancelled);
        return host;
    }

    /// <summary>Runs the host, or one of its verbs, to its end.</summary>
    public async Task<(int Code, IReadOnlyList<string> Said)> RunAsync(params string[] words)
    {
        var verb = words.TakeWhile(word => !word.StartsWith('-'));
        var (code, lines) = await HostProcess.RunToEndAsync([.. verb, .. Places(null), .. words.SkipWhile(word => !word.StartsWith('-'))], Build.Configuration, cancellationToken: Cancelled).WaitAsync(Patience, Cancelled);
        return (code, [.. lines.Where(line => line.Length > 0)]);
    }

    /// <summary>Runs the host expecting that it refuses: a code other than 0, no stack trace, and as the last thing the sentence that is returned.</summary>
    public async Task<string> RefusalAsync(params string[] words)
    {
        var (code, said) = await RunAsync(words);
        Assert.True(code is 1 or 2, $"Ended with code {code}: {string.Join('\n', said)}");
        Assert.DoesNotContain(said, line => Trace().IsMatch(line));
        return said[^1];
    }

    /// <param name="host">The node that is called.</param>
    /// <param name="key">Name of the API key.</param>
    /// <param name="data">Data directory with the credentials; null: the site's.</param>
    public Api As(HostProcess host, string key, string? data = null)
    {
        var client = new HttpClient { BaseAddress = host.Address, Timeout = Patience };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Credential(data ?? Data, "apiKeys", "name", key, "key"));
        _clients.Add(client);
        return new Api(client);
    }

    public string PasswordOf(string user) => Credential(Data, "accounts", "user", user, "password");

    /// <summary>A figure out of an owner's tables.</summary>
    public async Task<int> CountAsync(string owner, string sql)
    {
        IModuleDatabase database = PostgreSql is null
            ? new SqliteDatabase(owner, Path.Combine(Data, "modules", owner, "app.db"))
            : new PostgreSqlDatabase(owner, PostgreSql, "m_" + owner.Replace('-', '_'));
        using var owned = (IDisposable)database;
        await using var connection = await database.OpenAsync(Cancelled);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt32(await command.ExecuteScalarAsync(Cancelled), CultureInfo.InvariantCulture);
    }

    /// <summary>Asks until it holds; what it waits for is a state, never a time.</summary>
    public static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        limit.CancelAfter(Patience);
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await holds()) await pulse.WaitForNextTickAsync(limit.Token);
    }

    public ValueTask DisposeAsync()
    {
        foreach (var client in _clients) client.Dispose();
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private string[] Places(string? data) =>
    [
        $"--data={data ?? Data}", $"--keys={Keys}", $"--modules={Path.Combine(Checkout.Root, "modules", ".packed")}",
        .. PostgreSql is null ? Array.Empty<string>() : [$"--Storage:PostgreSql={PostgreSql}"],
    ];

    private static string Credential(string data, string list, string by, string name, string wanted)
    {
        using var credentials = JsonDocument.Parse(File.ReadAllText(Path.Combine(data, Credentials)));
        return credentials.RootElement.GetProperty(list).EnumerateArray().First(entry => entry.GetProperty(by).GetString() == name).GetProperty(wanted).GetString()!;
    }

    [GeneratedRegex(@"^\s+at |Unhandled exception", RegexOptions.CultureInvariant)]
    private static partial Regex Trace();
}
