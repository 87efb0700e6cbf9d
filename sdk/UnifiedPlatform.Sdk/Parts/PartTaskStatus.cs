namespace UnifiedPlatform.Sdk.Parts;

/// <summary>Where a part stands on the module's own workbench.</summary>
public enum PartTaskStatus
{
    /// <summary>Asked by the counter, taken by nobody yet.</summary>
    Open,

    /// <summary>Somebody works on it.</summary>
    Taken,

    /// <summary>The answer has left for the counter and is not confirmed yet.</summary>
    Reported,

    /// <summary>The counter confirmed the answer.</summary>
    Done,

    /// <summary>Handed back to the counter.</summary>
    Declined,

    /// <summary>Ended without this module's answer: cancelled, rerouted, superseded, closed.</summary>
    Ended,
}
