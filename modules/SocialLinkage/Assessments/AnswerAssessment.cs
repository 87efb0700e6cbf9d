using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Calendar;
using UnifiedPlatform.Sdk.Counter;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Failures;
using UnifiedPlatform.Sdk.Lists;
using UnifiedPlatform.Sdk.Modules;
using UnifiedPlatform.Sdk.Parts;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Sdk.Web;
using UnifiedPlatform.Sdk.Web.Forms;
using UnifiedPlatform.Sdk.Web.Parts;
using UnifiedPlatform.SocialLinkage.Pages;

namespace UnifiedPlatform.SocialLinkage.Assessments;

/// <param name="VisitedOn">Day of the visit.</param>
/// <param name="Score">How far daily life is managed alone, 0 to 100.</param>
/// <param name="Suitable">Whether service at home suits; if not, words say why.</param>
/// <param name="HoursPerWeek">Hours of help a week; required when suitable.</param>
public sealed record AnswerAssessmentRequest(DateOnly VisitedOn, CareLevel CareLevel, Living Living, int Score, bool Suitable, int? HoursPerWeek = null,
    IReadOnlyList<HomeService>? Services = null, IReadOnlyList<Risk>? Risks = null, string? Words = null);

internal sealed class AnswerAssessment(PartDesk<AssessmentTask> desk, IAccess access, IWorkCalendar calendar, IModuleJson json, ITexts texts)
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/{part}/answer", async (string part, AnswerAssessmentRequest request, AnswerAssessment use, CancellationToken cancellationToken) =>
            PartDeskRoutes.Answer(await use.RunAsync(part, request, cancellationToken)))
        .WithName(nameof(AnswerAssessment)).Needs(SocialPermissions.AssessmentEdit).Changes();

    public static void MapForm(IEndpointRouteBuilder routes) => routes
        .MapPost("/parts/{part}/answer", async (string part, FormState form, AnswerAssessment use, ITexts texts, IShell shell, CancellationToken cancellationToken) =>
        {
            var request = Read(form, texts, shell);
            var refusal = request is null ? null : await use.RunAsync(part, request, cancellationToken);
            return PartForms.Answer<AssessmentPage>(form, part, "/m/social-linkage/parts", refusal?.Extensions?.GetValueOrDefault("field") as string ?? "", refusal);
        })
        .Needs(SocialPermissions.AssessmentEdit).Changes();

    public async ValueTask<Refusal?> RunAsync(string part, AnswerAssessmentRequest request, CancellationToken cancellationToken)
    {
        var finding = new Finding(request.VisitedOn, request.CareLevel, request.Living, request.Score, request.Suitable, request.HoursPerWeek, request.Services ?? [], request.Risks ?? [], request.Words?.Trim());
        if (finding.Faults(calendar.Today) is [var first, ..])
        {
            var field = char.ToLowerInvariant(first[0]) + first[1..];
            return Refusals.Invalid(field, texts["assessment.fault." + field]);
        }
        return await desk.AnswerAsync(part, task => task.Keep(finding), _ => new PartAnswer(
            PartOpinion.Recorded, null, finding.Words, JsonSerializer.SerializeToElement(HomeAssessment.Of(finding), json.Options), [], finding.VisitedOn, access.Actor.Account), cancellationToken);
    }

    private static AnswerAssessmentRequest? Read(FormState form, ITexts texts, IShell shell)
    {
        var visited = form.Day("visitedOn", shell);
        if (form.Optional("visitedOn") is null) form.Errors.Add("visitedOn", texts[Keys.AssessmentFaultVisitedOn]);
        var (care, living) = (Code.Read<CareLevel>(form["careLevel"]), Code.Read<Living>(form["living"]));
        if (care is null) form.Errors.Add("careLevel", texts[Keys.AssessmentFaultCareLevel]);
        if (living is null) form.Errors.Add("living", texts[Keys.AssessmentFaultLiving]);
        var score = form.Number("score", 0, Finding.MostScore, texts[Keys.AssessmentFaultScore]);
        if (form.Optional("score") is null) form.Errors.Add("score", texts[Keys.AssessmentFaultScore]);
        var hours = form.Number("hoursPerWeek", 1, Finding.MostHours, texts[Keys.AssessmentFaultHoursPerWeek]);
        if (form["suitable"] is not ("yes" or "no")) form.Errors.Add("suitable", texts[Keys.AssessmentFaultSuitable]);
        return form.Errors.Any || visited is null || care is null || living is null || score is null ? null
            : new AnswerAssessmentRequest(visited.Value, care.Value, living.Value, score.Value, form["suitable"] == "yes", hours,
                [.. form.All("services").Select(Code.Read<HomeService>).OfType<HomeService>()], [.. form.All("risks").Select(Code.Read<Risk>).OfType<Risk>()], form.Optional("words"));
    }
}
