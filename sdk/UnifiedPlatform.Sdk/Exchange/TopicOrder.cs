namespace UnifiedPlatform.Sdk.Exchange;

/// <summary>Order a topic promises to its consumers.</summary>
public enum TopicOrder
{
    /// <summary>Only the newest key version counts; a parked key does not park its followers.</summary>
    Latest,

    /// <summary>Every event of a key in order; a parked key parks its followers.</summary>
    Strict,
}
