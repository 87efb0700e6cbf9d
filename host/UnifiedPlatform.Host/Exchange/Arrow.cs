namespace UnifiedPlatform.Host.Exchange;

/// <summary>A topic on its way from the owner that publishes it to one that consumes it.</summary>
/// <param name="Source">Owner of the outbox.</param>
/// <param name="Topic">Topic name.</param>
/// <param name="Consumer">Owner of the inbox.</param>
public sealed record Arrow(string Source, string Topic, string Consumer)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Topic} → {Consumer}";
}
