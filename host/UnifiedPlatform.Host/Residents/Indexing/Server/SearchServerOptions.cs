namespace UnifiedPlatform.Host.Residents.Indexing.Server;

/// <summary>Where the search server is and how it is spoken to (settings <c>Residents:Index:*</c>).</summary>
public sealed record SearchServerOptions
{
    /// <summary>Addresses of the nodes; any of them may be away.</summary>
    public required IReadOnlyList<Uri> Addresses { get; init; }

    /// <summary>User of basic authentication; null: none.</summary>
    public string? User { get; init; }

    /// <summary>The user's password.</summary>
    public string? Password { get; init; }

    /// <summary>API key as the server gave it (base64 of id and key); null: none.</summary>
    public string? ApiKey { get; init; }

    /// <summary>PEM file of the authority that signs the server's certificate; null: those the machine trusts.</summary>
    public string? CaFile { get; init; }

    /// <summary>SHA-256 of the server's certificate or of one that signed it, hex; null: not pinned.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Alias that is searched; its indices are named after it.</summary>
    public string Alias { get; init; } = "resident";

    /// <summary>Primary shards of a new index.</summary>
    public int Shards { get; init; } = 2;

    /// <summary>Longest wait for an answer to a search.</summary>
    public TimeSpan SearchLimit { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Longest wait for an answer to a write or to the building of an index.</summary>
    public TimeSpan WriteLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Whether bodies of more than a kilobyte travel compressed.</summary>
    public bool Compress { get; init; } = true;
}
