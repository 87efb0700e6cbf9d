namespace UnifiedPlatform.Sdk.Jobs;

/// <summary>What happens to firings missed while the host was down.</summary>
public enum Misfire
{
    /// <summary>Nothing: the next firing does it (pulls, whose cursor catches up anyway).</summary>
    DoNothing,

    /// <summary>Once at once, then as scheduled.</summary>
    FireAndProceed,
}
