namespace UnifiedPlatform.Sdk.Parts;

/// <summary>Tabs of a workbench.</summary>
public enum PartTaskFilter
{
    /// <summary>Open, and taken by whomever.</summary>
    Todo,

    /// <summary>Taken by the reader.</summary>
    Mine,

    /// <summary>Answered, waiting for the counter's confirmation.</summary>
    Sent,

    /// <summary>Done, handed back or ended.</summary>
    Past,
}
