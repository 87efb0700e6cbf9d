using UnifiedPlatform.Host.Composition;

namespace UnifiedPlatform.Host.Storage;

/// <summary>The data directory, held by one host at a time through <c>host.lock</c>.</summary>
internal sealed class DataDirectory(PlatformOptions options) : IDisposable
{
    private readonly Lock _gate = new();
    private FileStream? _lock;
    private bool _shared;

    /// <summary>Creates the directory and takes the lock; once taken it is kept until the host ends, even a killed one.</summary>
    public void Claim()
    {
        lock (_gate)
        {
            if (_lock is not null || _shared) return;
            try
            {
                Directory.CreateDirectory(options.Data);
                _lock = new FileStream(options.InData("host.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (UnauthorizedAccessException)
            {
                throw NotWritable();
            }
            catch (IOException failure) when (failure is not (DirectoryNotFoundException or PathTooLongException) && File.Exists(options.InData("host.lock")) && IsWritable())
            {
                throw new StartupFailure($"Another host already uses the data directory {options.Data}. Stop it, or start this one with another --data DIR.");
            }
            catch (IOException)
            {
                throw NotWritable();
            }
        }
    }

    /// <summary>Takes the directory, or works beside the host that holds it: its databases take several processes, as long as only the host drives the modules. True: no host runs here.</summary>
    public bool ClaimOrShare()
    {
        try
        {
            Claim();
            return true;
        }
        catch (StartupFailure) when (File.Exists(options.InData("host.lock")) && IsWritable())
        {
            _shared = true;
            return false;
        }
    }

    /// <summary>Whether a file can be made and filled in the directory now: a full disk still takes empty ones.</summary>
    public bool IsWritable()
    {
        try
        {
            using var probe = new FileStream(options.InData($".probe-{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            probe.WriteByte(1);
            probe.Flush(flushToDisk: true);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    public void Dispose() => _lock?.Dispose();

    private StartupFailure NotWritable() => new($"The data directory {options.Data} cannot be written. Give this account the right to write there, or start with another --data DIR.");
}
