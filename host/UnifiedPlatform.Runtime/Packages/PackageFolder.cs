namespace UnifiedPlatform.Runtime.Packages;

/// <summary>The folder of an unpacked package.</summary>
internal static class PackageFolder
{
    private const UnixFileMode ReadOnly = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>Nobody writes these files again. The folder itself stays removable; that nothing was added or taken away is checked at each load.</summary>
    public static void Seal(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            if (OperatingSystem.IsWindows()) File.SetAttributes(file, FileAttributes.ReadOnly);
            else File.SetUnixFileMode(file, ReadOnly);
    }

    public static void Delete(string folder)
    {
        if (!Directory.Exists(folder)) return;
        if (OperatingSystem.IsWindows())
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)) File.SetAttributes(file, FileAttributes.Normal);
        Directory.Delete(folder, recursive: true);
    }

    public static byte[] Read(string folder, string name)
    {
        try
        {
            return File.ReadAllBytes(Path.Combine(folder, name));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw ModuleRefusedException.For(ModuleFailureCodes.FileMissing, name);
        }
    }
}
