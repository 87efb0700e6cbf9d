using System.Security.Cryptography;

namespace UnifiedPlatform.Host.Audit;

/// <summary>Walks a chain in order and remembers the first fault. Knows nothing of hosts, databases and keys.</summary>
internal sealed class ChainCheck
{
    private readonly Dictionary<long, string> _hashes = [];
    private string _day = "";
    private byte[] _hash = [];
    private byte[]? _close;
    private long _count;

    public ChainFault? Fault { get; private set; }

    /// <summary>Entries walked.</summary>
    public long Entries { get; private set; }

    /// <summary>Last entry walked; 0: none.</summary>
    public long LastSeq { get; private set; }

    public IReadOnlySet<string> Days => _days;

    private readonly HashSet<string> _days = new(StringComparer.Ordinal);

    public void BeginDay(string day, byte[] closeBefore)
    {
        if (_close is not null && !_close.AsSpan().SequenceEqual(closeBefore)) Set(new ChainFault(day, null, "does not follow the day before: a day is missing or was closed differently"));
        if (string.CompareOrdinal(day, _day) <= 0) Set(new ChainFault(day, null, "days are not in order"));
        (_day, _hash, _count) = (day, Chain.Start(day, closeBefore), 0);
        _days.Add(day);
    }

    public void Entry(long seq, long index, byte[] body, byte[] hash)
    {
        var expected = Chain.Next(_hash, body);
        if (index != _count) Set(new ChainFault(_day, index, $"expected entry {_count}: one was taken out, put in or moved"));
        if (LastSeq > 0 && seq != LastSeq + 1) Set(new ChainFault(_day, index, "the running number jumps"));
        if (!CryptographicOperations.FixedTimeEquals(expected, hash)) Set(new ChainFault(_day, index, "the hash does not fit: the entry or one before it was changed"));
        _hashes[seq] = Convert.ToHexStringLower(hash);
        (_hash, LastSeq) = (hash, seq);
        _count++;
        Entries++;
    }

    /// <summary>Ends the day; null: it is still open.</summary>
    public void EndDay(long? entries, byte[]? close)
    {
        _close = Chain.Close(_count, _hash);
        if (entries is { } said && said != _count) Set(new ChainFault(_day, null, $"was closed with {said} entries and has {_count}"));
        if (close is not null && !_close.AsSpan().SequenceEqual(close)) Set(new ChainFault(_day, null, "its close does not fit its entries"));
    }

    /// <summary>Holds an anchor kept elsewhere against the chain.</summary>
    public void Hold(Anchor anchor, string publicPem)
    {
        if (!AuditKey.Fits(publicPem, anchor.Statement(), Convert.FromBase64String(anchor.Signature)))
            Set(new ChainFault(anchor.Day, null, $"the signature of the anchor of entry {anchor.Seq} does not fit the key"));
        else if (_hashes.TryGetValue(anchor.Seq, out var hash))
        {
            if (hash != anchor.Hash) Set(new ChainFault(anchor.Day, null, $"entry {anchor.Seq} differs from its anchor of {anchor.Time}: the chain was written again"));
        }
        else if (anchor.Seq > LastSeq || _days.Contains(anchor.Day))
            Set(new ChainFault(anchor.Day, null, $"entry {anchor.Seq}, anchored {anchor.Time}, is missing"));
    }

    /// <summary>Notes what somebody else found.</summary>
    public void Refuse(string day, string what) => Set(new ChainFault(day, null, what));

    private void Set(ChainFault fault) => Fault ??= fault;
}
