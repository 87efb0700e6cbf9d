using UnifiedPlatform.Sdk.Exchange;

namespace UnifiedPlatform.Host.Exchange;

/// <summary>Passes the wake-up of a commit on to who listens in this process.</summary>
internal sealed class ExchangeWake : IExchangeWake
{
    /// <summary>Raised with the owner whose outbox has news, by this host's own commit.</summary>
    public event Action<string>? Committed;

    /// <summary>Raised with the owner whose outbox has news, by any host's commit.</summary>
    public event Action<string>? Woken;

    public void Wake(string owner)
    {
        Committed?.Invoke(owner);
        Woken?.Invoke(owner);
    }

    /// <summary>Another host committed.</summary>
    public void WakeFromElsewhere(string owner) => Woken?.Invoke(owner);
}
