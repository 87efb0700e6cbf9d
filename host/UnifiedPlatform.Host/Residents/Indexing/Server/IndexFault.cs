namespace UnifiedPlatform.Host.Residents.Indexing;

/// <summary>Why an engine does not answer as it should. The index page says each in words with what to do; none carries anything a person typed.</summary>
public enum IndexFault
{
    /// <summary>No address of the engine accepts a connection.</summary>
    Unreachable,

    /// <summary>Connected, but no answer within the time limit.</summary>
    Slow,

    /// <summary>The certificate is not the one that was configured, or nobody vouches for it.</summary>
    Certificate,

    /// <summary>User, password or API key are refused.</summary>
    Credentials,

    /// <summary>Signed in, but not allowed to do this.</summary>
    Forbidden,

    /// <summary>Asked to come back later (429).</summary>
    Overloaded,

    /// <summary>Shards are missing or recovering (503, a red index).</summary>
    Unavailable,

    /// <summary>What answers at the address is no Elasticsearch and no OpenSearch.</summary>
    Foreign,

    /// <summary>The answer is cut off, no JSON, or of another shape.</summary>
    Garbled,

    /// <summary>The request was refused as wrong: a mapping or template was changed by hand.</summary>
    Refused,

    /// <summary>The alias points at an index that this host did not make, or at several.</summary>
    Alias,

    /// <summary>There is no index yet, or it was made by other tokens or keys.</summary>
    Stale,
}
