using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.Sdk.Failures;

namespace UnifiedPlatform.OneWindow.Cases;

/// <summary>A case after a command, or why it was refused.</summary>
internal sealed record CaseOutput(LoadedCase? Case, CaseRefusal? Reason, Refusal? Refusal)
{
    public bool Created { get; init; }
}
