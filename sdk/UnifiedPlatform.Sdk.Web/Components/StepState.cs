namespace UnifiedPlatform.Sdk.Web.Components;

/// <summary>State of a step.</summary>
public enum StepState
{
    /// <summary>Still to come.</summary>
    Open,

    /// <summary>Running now.</summary>
    Current,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Failed.</summary>
    Failed,
}
