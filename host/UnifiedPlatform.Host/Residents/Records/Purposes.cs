namespace UnifiedPlatform.Host.Residents.Records;

/// <summary>The one list of purposes (security.md §3.1).</summary>
public static class Purposes
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
        ["counter-service", "case-work", "home-visit", "party-work", "statutory-report", "data-quality", "complaint", "rights-request", "security", "emergency"];

    /// <summary>Whether it is one of the list.</summary>
    public static bool IsKnown(string? purpose) => purpose is not null && All.Contains(purpose, StringComparer.Ordinal);
}
