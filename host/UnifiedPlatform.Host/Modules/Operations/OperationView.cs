using UnifiedPlatform.Host.Modules.Data;

namespace UnifiedPlatform.Host.Modules.Operations;

/// <summary>An operation as API and command line show it.</summary>
/// <param name="Id">Key.</param>
/// <param name="Module">Module id.</param>
/// <param name="Verb">What is done.</param>
/// <param name="From">Version wanted before; null: none.</param>
/// <param name="To">Version it leads to; null: none.</param>
/// <param name="State">How far.</param>
/// <param name="Actor">Account, <c>cli:</c> with a user of the machine, or <c>host</c>.</param>
/// <param name="Reason">Why, in the actor's words.</param>
/// <param name="Steps">Steps so far.</param>
/// <param name="Failure">Why it was not done, in the reader's language; null: it was, or is not over.</param>
/// <param name="FailureCode">The same as a code.</param>
/// <param name="Backup">Backup of the data; null: none.</param>
/// <param name="AskedAt">When it was asked for.</param>
/// <param name="EndedAt">When it ended; null: it has not.</param>
internal sealed record OperationView(
    Guid Id, string Module, OperationVerb Verb, string? From, string? To, OperationState State, string Actor, string Reason, IReadOnlyList<OperationStep> Steps,
    string? Failure, string? FailureCode, string? Backup, DateTimeOffset AskedAt, DateTimeOffset? EndedAt)
{
    public bool Ended => State is not (OperationState.Waiting or OperationState.Running);

    public static OperationView Of(Operation operation, ModuleFailureTexts words) => new(
        operation.Id, operation.Module, operation.Verb, operation.From, operation.To, operation.State, operation.Actor, operation.Reason, OperationSteps.Of(operation),
        OperationSteps.FailureOf(operation) is { } failure ? words.Of(failure) : null, operation.FailureCode, operation.Backup, operation.AskedAt, operation.EndedAt);
}
