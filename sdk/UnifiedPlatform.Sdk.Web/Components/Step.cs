namespace UnifiedPlatform.Sdk.Web.Components;

/// <summary>A step of a sequence.</summary>
/// <param name="Title">Title.</param>
/// <param name="State">State.</param>
public sealed record Step(string Title, StepState State = StepState.Open);
