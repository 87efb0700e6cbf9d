namespace UnifiedPlatform.Sdk.Exchange;

/// <summary>Records where a row came from (lineage), in the same target transaction. Scoped.</summary>
public interface ILineage
{
    /// <summary>Remembers that the target row was made or changed by the event under the named rule.</summary>
    void Record<T>(string targetKind, string targetId, Delivered<T> source, string rule);
}
