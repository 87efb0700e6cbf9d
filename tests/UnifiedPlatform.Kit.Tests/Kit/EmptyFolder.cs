namespace UnifiedPlatform.Kit.Tests.Kit;

/// <summary>Somebody's empty folder outside the repository: the .NET SDK, the feed, and a home of its own, so that nothing of this machine's user helps or is changed.</summary>
internal sealed class EmptyFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("up-kit-").FullName;
    private readonly Dictionary<string, string?> _environment;
    private readonly string _feed;

    public EmptyFolder(string feed)
    {
        _feed = feed;
        Folder = Path.Combine(_root, "work");
        Directory.CreateDirectory(Folder);
        _environment = new()
        {
            ["DOTNET_CLI_HOME"] = Home(), ["NUGET_PACKAGES"] = Path.Combine(_root, "packages"), ["RestoreFallbackFolders"] = Known(), ["DOTNET_NOLOGO"] = "1", ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
            ["DOTNET_SKIP_FIRST_TIME_EXPERIENCE"] = "1", ["DOTNET_CLI_UI_LANGUAGE"] = "en", ["MSBUILDDISABLENODEREUSE"] = "1", ["UNIFIED_TEST_POSTGRESQL"] = null,
        };
    }

    /// <summary>Where commands are typed.</summary>
    public string Folder { get; private set; }

    /// <summary>A path below it.</summary>
    public string this[string path] => Path.Combine(Folder, path);

    /// <summary>A folder beside the work, for a host's data.</summary>
    public string Beside(string name) => Path.Combine(_root, name);

    /// <summary><c>cd</c>.</summary>
    public void Enter(string folder) => Folder = this[folder];

    /// <summary>Types a command of the handbook and gives what it printed.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public async Task<string> RunAsync(string line, CancellationToken cancellationToken)
    {
        await using var program = Start(line);
        return await program.EndAsync(cancellationToken) == 0 ? program.Output : throw new InvalidOperationException($"{line}\n{program.Output}");
    }

    /// <summary>Types a command that runs on.</summary>
    /// <param name="line">As the handbook says it, <c>FEED</c> for the folder of packages.</param>
    /// <param name="more">Words of the test's own after it.</param>
    public Program Start(string line, params string[] more) => Program.Start([.. CommandLine.Words(line.Replace("FEED", _feed, StringComparison.Ordinal)), .. more], Folder, _environment);

    /// <summary>Saves a file with something replaced, as an editor does.</summary>
    public async Task EditAsync(string path, string before, string after, CancellationToken cancellationToken)
    {
        var text = await File.ReadAllTextAsync(this[path], cancellationToken);
        if (!text.Contains(before, StringComparison.Ordinal)) throw new InvalidOperationException($"{path} does not say {before}.");
        await File.WriteAllTextAsync(this[path], text.Replace(before, after, StringComparison.Ordinal), cancellationToken);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    // The sources this machine is configured for go along; they are the default of whoever runs the tests.
    private string Home()
    {
        var settings = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "NuGet", "NuGet.Config");
        var home = Directory.CreateDirectory(Path.Combine(_root, "home")).FullName;
        if (File.Exists(settings)) File.Copy(settings, Path.Combine(Directory.CreateDirectory(Path.Combine(home, ".nuget", "NuGet")).FullName, "NuGet.Config"));
        return home;
    }

    // What the build of this repository has fetched need not be fetched again; our own packages come from the feed alone.
    private string Known()
    {
        var fetched = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder ? folder : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var known = Directory.CreateDirectory(Path.Combine(_root, "known")).FullName;
        if (!Directory.Exists(fetched)) return known;
        foreach (var package in Directory.EnumerateDirectories(fetched).Where(package => !Path.GetFileName(package).StartsWith("unifiedplatform.", StringComparison.OrdinalIgnoreCase)))
            Directory.CreateSymbolicLink(Path.Combine(known, Path.GetFileName(package)), package);
        return known;
    }
}
