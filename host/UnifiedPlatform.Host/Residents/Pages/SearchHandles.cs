using System.Buffers.Text;
using System.Security.Cryptography;

namespace UnifiedPlatform.Host.Residents.Pages;

/// <summary>Keeps what was searched in memory under a random handle, so that Back and reload work and no name stands in an address. A restart forgets them all.</summary>
public sealed class SearchHandles(TimeProvider clock)
{
    private const int Most = 5_000;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(8);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (Guid Account, string Query, DateTimeOffset Until)> _queries = new(StringComparer.Ordinal);
    private readonly Queue<string> _oldest = new();

    /// <summary>Remembers a query for the account that asked.</summary>
    public string Keep(Guid account, string query)
    {
        var handle = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(15));
        lock (_gate)
        {
            while (_oldest.Count >= Most) _queries.Remove(_oldest.Dequeue());
            _queries[handle] = (account, query, clock.GetUtcNow() + Kept);
            _oldest.Enqueue(handle);
        }
        return handle;
    }

    /// <summary>The query of a handle; null: forgotten, or somebody else's.</summary>
    public string? Find(Guid account, string? handle)
    {
        if (handle is null) return null;
        lock (_gate) return _queries.TryGetValue(handle, out var kept) && kept.Account == account && kept.Until > clock.GetUtcNow() ? kept.Query : null;
    }
}
