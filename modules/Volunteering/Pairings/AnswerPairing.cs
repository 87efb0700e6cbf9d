using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Calendar;
using UnifiedPlatform.Sdk.Counter;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Failures;
using UnifiedPlatform.Sdk.Modules;
using UnifiedPlatform.Sdk.Parts;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Sdk.Web;
using UnifiedPlatform.Sdk.Web.Forms;
using UnifiedPlatform.Sdk.Web.Parts;
using UnifiedPlatform.Volunteering.Data;
using UnifiedPlatform.Volunteering.Pages;
using UnifiedPlatform.Volunteering.Volunteers;

namespace UnifiedPlatform.Volunteering.Pairings;

/// <param name="Since">Day from which visits begin; null: today.</param>
public sealed record AnswerPairingRequest(Guid VolunteerId, DateOnly? Since = null, int? HoursPerWeek = null, string? Words = null);

internal sealed class AnswerPairing(VolunteeringDbContext database, PartDesk<PairingTask> desk, IAccess access, IWorkCalendar calendar, IModuleJson json, ITexts texts)
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/{part}/answer", async (string part, AnswerPairingRequest request, AnswerPairing use, CancellationToken cancellationToken) =>
            PartDeskRoutes.Answer(await use.RunAsync(part, request, cancellationToken)))
        .WithName(nameof(AnswerPairing)).Needs(VolunteeringPermissions.PairingEdit).Changes();

    public static void MapForm(IEndpointRouteBuilder routes) => routes
        .MapPost("/parts/{part}/answer", async (string part, FormState form, AnswerPairing use, ITexts texts, IShell shell, CancellationToken cancellationToken) =>
        {
            if (!Guid.TryParse(form["volunteer"], out var volunteer)) form.Errors.Add("volunteer", texts[Keys.PairingVolunteerMissing]);
            var since = form.Day("since", shell);
            var hours = form.Number("hours", 1, PairingTask.MostHours, texts.Format(Keys.PairingHoursRule, PairingTask.MostHours));
            var refusal = form.Errors.Any ? null : await use.RunAsync(part, new AnswerPairingRequest(volunteer, since, hours, form.Optional("words")), cancellationToken);
            return PartForms.Answer<PairingPage>(form, part, "/m/volunteering/parts", "volunteer", refusal);
        })
        .Needs(VolunteeringPermissions.PairingEdit).Changes();

    public async ValueTask<Refusal?> RunAsync(string part, AnswerPairingRequest request, CancellationToken cancellationToken)
    {
        if (request.HoursPerWeek is < 1 or > PairingTask.MostHours) return Refusals.Invalid("hoursPerWeek", texts.Format(Keys.PairingHoursRule, PairingTask.MostHours));
        if (request.Words?.Length > PairingTask.WordsLength) return Refusals.Invalid("words", texts.Format(Keys.WordsTooLong, PairingTask.WordsLength));
        // In line at the volunteer's row: two pairings at once would both see the same free hours.
        var volunteer = await VolunteerTurn.TakeAsync(database, access, request.VolunteerId, VolunteeringPermissions.VolunteerView, cancellationToken);
        if (volunteer is null || !volunteer.IsActive || volunteer.Age is AgeRule.Minor or AgeRule.ConsentMissing or AgeRule.TooYoung) return Refusals.Invalid("volunteerId", texts[Keys.PairingVolunteerMissing]);
        var since = request.Since ?? calendar.Today;
        return await desk.AnswerAsync(part, task => task.Keep(volunteer.Id, since, request.HoursPerWeek, request.Words), task => new PartAnswer(
            PartOpinion.Agreed, null, request.Words, JsonSerializer.SerializeToElement(new VolunteerPairing(task.Id, since, request.HoursPerWeek), json.Options), [], calendar.Today, access.Actor.Account), cancellationToken);
    }
}
