using UnifiedPlatform.Host.Modules.Data;
using UnifiedPlatform.Sdk.Failures;

namespace UnifiedPlatform.Host.Modules.Operations;

/// <summary>What asking for an act came to: an operation to watch, a refusal, or neither because it is so already.</summary>
internal sealed record OperationAnswer(Operation? Operation, Refusal? Refusal)
{
    public static readonly OperationAnswer Already = new(null, null);

    public static implicit operator OperationAnswer(Operation operation) => new(operation, null);

    public static implicit operator OperationAnswer(Refusal refusal) => new(null, refusal);
}
