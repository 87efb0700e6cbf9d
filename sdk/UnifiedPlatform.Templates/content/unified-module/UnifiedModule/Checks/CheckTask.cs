using UnifiedPlatform.Sdk.Parts;

namespace UnifiedModule.Checks;

/// <summary>The counter asks the department to check something about a case; the answered task is the finding.</summary>
public sealed class CheckTask : PartTask
{
    /// <summary>Longest words to the decider.</summary>
    public const int WordsLength = 1000;

    /// <summary>Whether it is in order; null: not answered.</summary>
    public bool? InOrder { get; private set; }

    /// <summary>Words to the decider.</summary>
    public string? Words { get; private set; }

    /// <summary>Keeps the answer.</summary>
    public void Keep(bool inOrder, string? words) => (InOrder, Words) = (inOrder, words);
}
