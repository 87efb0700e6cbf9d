namespace UnifiedPlatform.Sdk.Exchange;

/// <summary>Publishes in the caller's connection and transaction. Scoped; in the host keyed by the owner.</summary>
public interface IOutbox
{
    /// <summary>Puts the event into the module's outbox; it is written with the commit of the open transaction. Throws when no transaction of the module's database is open.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="key">Ordering key, e.g. a case number or an id in text form.</param>
    /// <param name="keyVersion">Rising version of the key.</param>
    /// <param name="body">Payload, serialised with the generation's own JSON options.</param>
    void Publish<T>(Topic<T> topic, string key, long keyVersion, T body);
}
