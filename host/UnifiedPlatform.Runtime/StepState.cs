namespace UnifiedPlatform.Runtime;

/// <summary>How far a step is.</summary>
public enum StepState
{
    /// <summary>It has begun.</summary>
    Begun,

    /// <summary>It is done.</summary>
    Done,

    /// <summary>It failed; the report has the reason.</summary>
    Failed,
}
