using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using UnifiedPlatform.OneWindow.Cases;
using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Domain;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Sdk.Web;
using UnifiedPlatform.Sdk.Web.Forms;

namespace UnifiedPlatform.OneWindow.Pages;

/// <summary>What applicants post with number and lookup code: they look, and they rate.</summary>
internal static class TrackForms
{
    private const string Why = "An applicant asks with number and lookup code; state and dates only, few tries.";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/track", FindAsync).Public(Why);
        routes.MapPost("/track/rating", RateAsync).Public(Why).Changes();
    }

    private static async Task<IResult> FindAsync(FormState form, HttpContext http, Tracking tracking, CancellationToken cancellationToken)
    {
        var (view, refusal) = await tracking.FindAsync(form["number"], form["code"], AddressOf(http), cancellationToken);
        if (refusal is null) return PageResults.Page<TrackPage>(new { Found = view, Code = form["code"] });
        form.Errors.Add("number", refusal.Detail);
        return PageResults.Again<TrackPage>(form, status: refusal.Status == 429 ? 429 : 422);
    }

    private static async Task<IResult> RateAsync(FormState form, HttpContext http, Tracking tracking, CaseDesk desk, ITexts texts, CancellationToken cancellationToken)
    {
        var (view, refusal) = await tracking.FindAsync(form["number"], form["code"], AddressOf(http), cancellationToken);
        if (refusal is not null || view is null || !QueryCode.TryParse(form["code"], out var code, out _)) return PageResults.SeeOther($"{CaseWords.Root}/track");
        if (form.Number("rating", 1, 5, texts[Keys.RateChoose]) is not { } score) form.Errors.Add("rating", texts[Keys.RateChoose]);
        else
        {
            var output = await desk.ActForApplicantAsync(view.Number, code.Value, new CaseCommand.Rate(score, "web"), cancellationToken);
            if (output.Refusal is null) return PageResults.SeeOther($"{CaseWords.Root}/track?thanks=1");
            form.Errors.Add("", output.Refusal.Detail);
        }
        return PageResults.Again<TrackPage>(form, new { Found = view, Code = form["code"] });
    }

    private static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";
}
