namespace UnifiedPlatform.Sdk.Residents;

/// <summary>Body of the topic <c>residents.resident-changed</c> version 1, key = the resident id.</summary>
/// <param name="ResidentId">Who changed.</param>
/// <param name="State"><c>present movedOut dead erased</c>.</param>
/// <param name="Region">Region of the dwelling; null: unknown.</param>
/// <param name="Grid">Grid of the dwelling; null: unknown.</param>
/// <param name="AgeBand">Band of ages; null: unknown.</param>
public sealed record ResidentChanged(ResidentId ResidentId, string State, string? Region, string? Grid, string? AgeBand);
