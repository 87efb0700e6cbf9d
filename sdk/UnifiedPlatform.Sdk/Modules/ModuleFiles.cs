namespace UnifiedPlatform.Sdk.Modules;

/// <inheritdoc cref="IModuleFiles"/>
internal sealed class ModuleFiles(ModuleInfo info, OwnCapabilities capabilities) : IModuleFiles
{
    private readonly string _root = Path.Combine(info.DataFolder, "files");

    public Stream OpenRead(string path) => File.OpenRead(Locate(path));

    public async ValueTask WriteAsync(string path, Stream contents, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(contents);
        var target = Locate(path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!); // a file below the root has a folder
        var draft = $"{target}.{Guid.NewGuid():N}.draft";
        try
        {
            await using (var file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write)) await contents.CopyToAsync(file, cancellationToken);
            File.Move(draft, target, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    public bool Exists(string path) => File.Exists(Locate(path));

    public void Delete(string path) => File.Delete(Locate(path));

    public IReadOnlyList<string> List(string folder = "")
    {
        var from = folder.Length == 0 ? Root() : Locate(folder);
        return !Directory.Exists(from) ? [] : [.. Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".draft", StringComparison.Ordinal)).Select(file => Path.GetRelativePath(_root, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];
    }

    private string Root()
    {
        capabilities.Demand(Capabilities.Files);
        return _root;
    }

    private string Locate(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var root = Root();
        var segments = path.Split('/');
        if (Path.IsPathRooted(path) || path.Contains('\\', StringComparison.Ordinal) || segments.Any(segment => segment is "" or "." or "..")) throw new ArgumentException("The path must be relative to the module's files, with forward slashes and no '..'.", nameof(path));
        return Path.Combine([root, .. segments]);
    }
}
