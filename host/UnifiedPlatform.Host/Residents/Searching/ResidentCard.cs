namespace UnifiedPlatform.Host.Residents.Searching;

/// <summary>A found resident: what a clerk needs to know whether it is the person at the window. Number and phone are masked.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">Name.</param>
/// <param name="Pinyin">How the name is said; null: nobody can read it.</param>
/// <param name="Sex">GB/T 2261.1 code.</param>
/// <param name="AgeBand">Band of ages; null: unknown.</param>
/// <param name="NationalId">Masked number; null: none.</param>
/// <param name="Phone">Masked phone; null: none.</param>
/// <param name="Address">Dwelling; outside the actor's own regions only the community. Null: unknown.</param>
/// <param name="Region">Region of the dwelling.</param>
/// <param name="Grid">Grid of the dwelling.</param>
/// <param name="State"><c>present movedOut dead</c>.</param>
/// <param name="Tags">Keys of the tags the actor may see.</param>
/// <param name="Visible">Whether the full page is open to the actor.</param>
public sealed record ResidentCard(
    Guid Id, string Name, string? Pinyin, string Sex, string? AgeBand, string? NationalId, string? Phone, string? Address,
    string? Region, string? Grid, string State, IReadOnlyList<string> Tags, bool Visible);
