namespace UnifiedPlatform.Sdk.Exchange;

/// <summary>Told after a commit that an owner's outbox has news. Given by the host; a singleton.</summary>
public interface IExchangeWake
{
    /// <summary>Wakes the arrows that read from the owner. Quick, never throws.</summary>
    void Wake(string owner);
}
