namespace UnifiedPlatform.Sdk.Parts;

/// <summary>What can happen to a part task. The first three are acts of people, the rest is news from the counter.</summary>
public enum PartTaskAction
{
    /// <summary>Somebody takes the part.</summary>
    Take,

    /// <summary>The taker answers it.</summary>
    Answer,

    /// <summary>It is handed back to the counter with a reason.</summary>
    Decline,

    /// <summary>The counter rejected the report: the part is open again for a better one.</summary>
    SendBack,

    /// <summary>The counter accepted the answer.</summary>
    Confirm,

    /// <summary>The counter ended the part.</summary>
    End,

    /// <summary>The counter routed the part here once more.</summary>
    AskAgain,
}
