namespace UnifiedPlatform.Host.Modules.Operations;

/// <summary>A step of an operation as the journal keeps it.</summary>
/// <param name="Phase">Step: a <see cref="Runtime.ModulePhase"/>, or <c>Keep</c>, <c>Restore</c>, <c>Remove</c>.</param>
/// <param name="State">Begun, done or failed.</param>
/// <param name="Ms">How long it took.</param>
internal sealed record OperationStep(string Phase, Runtime.StepState State, long Ms);
