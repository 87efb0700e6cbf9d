namespace UnifiedPlatform.Runtime;

/// <summary>Progress of an activation or deactivation.</summary>
/// <param name="Phase">Step.</param>
/// <param name="Version">Version it concerns: of the new or the old generation.</param>
/// <param name="State">Begun, done, failed or left out.</param>
/// <param name="Took">How long it took; zero when it has just begun.</param>
public sealed record ModuleStep(ModulePhase Phase, string Version, StepState State, TimeSpan Took);
