using System.Buffers.Text;
using System.Security.Cryptography;

namespace UnifiedPlatform.Sdk.Imports;

/// <summary>Holds checked files between preview and writing: in memory, for the account that sent them, for half an hour. Nothing of an unwritten file reaches a disk.</summary>
public sealed class ImportStage(TimeProvider clock)
{
    private const int Most = 16;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    private readonly Lock _gate = new();
    private readonly List<(string Key, Guid Account, CsvFile File, DateTimeOffset Until)> _files = [];

    /// <summary>Keeps a file; the key finds it again.</summary>
    public string Keep(Guid account, CsvFile file)
    {
        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(15));
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            _files.RemoveAll(f => f.Until <= now);
            if (_files.Count >= Most) _files.RemoveAt(0);
            _files.Add((key, account, file, now + Kept));
        }
        return key;
    }

    /// <summary>The file; null: too late, or somebody else's. It stays, so that a repeated post finds it too.</summary>
    public CsvFile? Find(Guid account, string key)
    {
        lock (_gate) return _files.Find(f => f.Key == key && f.Account == account && f.Until > clock.GetUtcNow()).File;
    }
}
