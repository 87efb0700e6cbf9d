using System.Threading.Channels;

namespace UnifiedPlatform.Sdk.DevHost;

/// <summary>Notices that somebody saved a file of the project; what a build writes is none.</summary>
internal sealed class SavedFiles : IDisposable
{
    // Editors write a file in several steps, and somebody may save all of them at once.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);
    private static readonly string[] Made = ["bin", "obj"];
    private readonly Channel<bool> _saves = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly FileSystemWatcher _watcher;
    private readonly string _folder;

    public SavedFiles(string folder)
    {
        _folder = folder;
        _watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true, NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.DirectoryName };
        _watcher.Changed += Note;
        _watcher.Created += Note;
        _watcher.Deleted += Note;
        _watcher.Renamed += Note;
        // More happened at once than could be told one by one.
        _watcher.Error += (_, _) => _saves.Writer.TryWrite(true);
        _watcher.EnableRaisingEvents = true;
    }

    /// <summary>Whether a path belongs to the sources.</summary>
    public static bool IsSource(string folder, string path) =>
        !Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar).Any(part => part.StartsWith('.') || part.EndsWith('~') || Made.Contains(part, StringComparer.OrdinalIgnoreCase));

    /// <summary>Waits for a save and for the quiet after it.</summary>
    public async Task NextAsync(CancellationToken cancellationToken)
    {
        await _saves.Reader.ReadAsync(cancellationToken);
        while (await AnotherAsync(cancellationToken)) _saves.Reader.TryRead(out _);
    }

    public void Dispose() => _watcher.Dispose();

    private async Task<bool> AnotherAsync(CancellationToken cancellationToken)
    {
        using var quiet = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        quiet.CancelAfter(Quiet);
        try
        {
            return await _saves.Reader.WaitToReadAsync(quiet.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private void Note(object sender, FileSystemEventArgs change)
    {
        if (IsSource(_folder, change.FullPath)) _saves.Writer.TryWrite(true);
    }
}
