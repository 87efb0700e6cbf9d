namespace UnifiedPlatform.Host.Residents.Indexing;

/// <summary>What an administrator may ask of the index.</summary>
public enum IndexAct
{
    /// <summary>Build it anew beside the one in use.</summary>
    Rebuild,

    /// <summary>Compare it with the register and mend what differs.</summary>
    Compare,

    /// <summary>Put the index before this one back in use.</summary>
    Return,
}
