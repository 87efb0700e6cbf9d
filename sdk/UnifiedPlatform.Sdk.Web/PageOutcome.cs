using Microsoft.AspNetCore.Http;

namespace UnifiedPlatform.Sdk.Web;

/// <summary>What a page decided while it was rendered: another status, or another address.</summary>
internal sealed class PageOutcome
{
    public int? Status { get; set; }

    public string? Location { get; set; }

    public static PageOutcome Of(HttpContext http)
    {
        if (http.Features.Get<PageOutcome>() is { } outcome) return outcome;
        outcome = new PageOutcome();
        http.Features.Set(outcome);
        return outcome;
    }
}
