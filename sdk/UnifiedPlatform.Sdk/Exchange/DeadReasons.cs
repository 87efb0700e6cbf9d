namespace UnifiedPlatform.Sdk.Exchange;

/// <summary>Why an event lies among the dead letters.</summary>
internal static class DeadReasons
{
    public const string Failed = "failed", Parked = "parked", Newer = "newer";
}
