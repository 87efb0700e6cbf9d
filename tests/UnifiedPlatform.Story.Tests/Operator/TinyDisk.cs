using System.Diagnostics;

namespace UnifiedPlatform.Story.Tests.Operator;

/// <summary>A file system of a few megabytes that a test may fill or write-protect.</summary>
internal sealed class TinyDisk : IAsyncDisposable
{
    private readonly string _ballast;

    private TinyDisk(string folder) => (Folder, _ballast) = (folder, Path.Combine(folder, "ballast"));

    public string Folder { get; }

    /// <summary>Mounts one; where that is not allowed the test is skipped and says so.</summary>
    public static async Task<TinyDisk> MountAsync(string options)
    {
        var folder = Directory.CreateTempSubdirectory("up-disk-").FullName;
        if (OperatingSystem.IsLinux() && await RunAsync("mount", "-t", "tmpfs", "-o", options, "up-test", folder)) return new TinyDisk(folder);
        Directory.Delete(folder);
        Assert.Skip("A small file system can be mounted on Linux by root only.");
        return null!; // Skip throws.
    }

    /// <summary>Takes every byte that is left.</summary>
    public void Fill()
    {
        using var file = new FileStream(_ballast, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        foreach (var size in (int[])[1 << 20, 1 << 12, 1])
        {
            var block = new byte[size];
            try
            {
                while (true) file.Write(block);
            }
            catch (IOException)
            {
                // Full for blocks of this size.
            }
        }
    }

    public void Free() => File.Delete(_ballast);

    public async ValueTask DisposeAsync()
    {
        await RunAsync("umount", "-l", Folder);
        Directory.Delete(Folder);
    }

    private static async Task<bool> RunAsync(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            await process.WaitForExitAsync();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
