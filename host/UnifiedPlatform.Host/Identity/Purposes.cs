namespace UnifiedPlatform.Host.Identity;

/// <summary>Purposes that may be stated, one list for everybody (security.md §3.1).</summary>
internal static class Purposes
{
    public const string Header = "X-Purpose";

    public static readonly IReadOnlyList<string> All =
        ["counter-service", "case-work", "home-visit", "party-work", "statutory-report", "data-quality", "complaint", "rights-request", "security", "emergency"];

    public static string? Of(HttpRequest request) => request.Headers[Header].ToString() is { Length: > 0 } purpose && All.Contains(purpose, StringComparer.Ordinal) ? purpose : null;
}
