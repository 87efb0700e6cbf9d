namespace UnifiedPlatform.Sdk.Modules;

/// <summary>Files of the module's own, kept by the host across versions and included in its backup. Paths are relative, with forward slashes; nothing outside is reached. Needs <see cref="Capabilities.Files"/>.</summary>
public interface IModuleFiles
{
    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    Stream OpenRead(string path);

    /// <summary>Writes a file whole: it is there with all its contents or not at all.</summary>
    ValueTask WriteAsync(string path, Stream contents, CancellationToken cancellationToken);

    /// <summary>Whether the file is there.</summary>
    bool Exists(string path);

    /// <summary>Removes a file if it is there.</summary>
    void Delete(string path);

    /// <summary>Paths of all files below a folder; empty text: of all.</summary>
    IReadOnlyList<string> List(string folder = "");
}
