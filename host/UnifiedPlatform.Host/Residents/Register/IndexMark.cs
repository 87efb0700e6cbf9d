namespace UnifiedPlatform.Host.Residents.Register;

/// <summary>How far the index has come with a person: which version it should hold and which it was given. What is behind is the queue of the index, and the sums are what an index is held against.</summary>
public sealed class IndexMark
{
    public required Guid PersonId { get; init; }

    /// <summary>One of 4,096 by the id.</summary>
    public required int Bucket { get; init; }

    /// <summary>Version of the person that the index should hold; written with the change itself.</summary>
    public required int Wanted { get; set; }

    /// <summary>Version the index has taken; 0: none.</summary>
    public int Held { get; set; }

    /// <summary>Checksum of that document, lower 32 bits.</summary>
    public long Low { get; set; }

    /// <summary>Checksum of that document, upper 32 bits.</summary>
    public long High { get; set; }

    /// <summary>The document says that the person is no longer found.</summary>
    public bool Gone { get; set; }
}
