namespace UnifiedPlatform.Sdk.DevHost;

/// <summary>The module somebody works on.</summary>
/// <param name="Project">Its project file.</param>
/// <param name="Id">Module id.</param>
/// <param name="Version">Version as the project says it.</param>
internal sealed record DevelopedModule(string Project, string Id, string Version)
{
    /// <summary>Name of the folder that holds all the development host keeps.</summary>
    public const string StateFolder = ".dev";

    /// <summary>Folder of the project.</summary>
    public string Folder => Path.GetDirectoryName(Path.GetFullPath(Project)) ?? ".";

    /// <summary>A path in the state folder.</summary>
    public string InState(string name) => Path.Combine(Folder, StateFolder, name);

    /// <summary>Version of a build made at that time: after the project's own and after every build before it, so that each has a folder and an assembly name of its own.</summary>
    public string VersionAt(DateTimeOffset at)
    {
        var stamp = at.ToUnixTimeSeconds();
        return Version.Contains('-', StringComparison.Ordinal) ? $"{Version}.dev.{stamp}"
            : Version.Split('.') is [var major, var minor, var patch] && int.TryParse(patch, out var number) ? $"{major}.{minor}.{number + 1}-dev.{stamp}"
            : $"{Version}-dev.{stamp}";
    }

    /// <summary>What the host is told before the developer's own arguments, which count more.</summary>
    public string[] Settings =>
    [
        "--environment=Development", "--demo", "--demo-residents=60", $"--data={InState("data")}", $"--keys={InState("keys")}",
        $"--Modules:DevelopmentKeys={string.Join(Path.PathSeparator, Keys())}",
    ];

    // The team's key, made by its first build, and that of the modules that came with this host.
    private IEnumerable<string> Keys() => new[] { Path.Combine(Folder, ".keys", "module-dev.pub.pem"), Path.Combine(AppContext.BaseDirectory, "modules", "module-dev.pub.pem") }.Where(File.Exists);
}
