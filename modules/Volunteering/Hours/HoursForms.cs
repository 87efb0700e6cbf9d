using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Lists;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Sdk.Web;
using UnifiedPlatform.Sdk.Web.Forms;
using UnifiedPlatform.Sdk.Web.Parts;
using UnifiedPlatform.Volunteering.Activities;
using UnifiedPlatform.Volunteering.Pages;

namespace UnifiedPlatform.Volunteering.Hours;

/// <summary>Form posts about hours: propose for a visit or an activity, confirm, reject, reopen, lock.</summary>
internal static class HoursForms
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/hours/{id:guid}/actions", async (Guid id, FormState form, ActOnHours use, ITexts texts, CancellationToken cancellationToken) =>
        {
            var action = Code.Read<HoursAction>(form["action"]);
            var refusal = action is { } chosen ? (await use.RunAsync(id, new ActOnHoursRequest(chosen, form.Optional("reason")), cancellationToken)).Refusal : Refusals.Invalid("action", texts[Keys.ActionMissing]);
            if (refusal is null) return PageResults.SeeOther("/m/volunteering/hours?status=" + form["status"]);
            form.Errors.Add("", refusal.Detail);
            return PageResults.Again<HoursPage>(form, new { Status = form["status"] }, refusal.Status);
        })
        .Needs(VolunteeringPermissions.HoursApprove).Changes();

        routes.MapPost("/parts/{part}/hours", async (string part, FormState form, ProposeHours use, ITexts texts, IShell shell, CancellationToken cancellationToken) =>
        {
            var start = FormTimes.Read(form, "day", "from", shell, texts);
            var minutes = form.Number("minutes", 1, HoursRecord.MostMinutesADay, texts[Keys.HoursMinutesRule]);
            if (minutes is null) form.Errors.Add("minutes", texts[Keys.HoursMinutesRule]);
            if (!Guid.TryParse(form["volunteer"], out var volunteer)) form.Errors.Add("", texts[Keys.VolunteerMissing]);
            var refusal = form.Errors.Any || start is not { } at || minutes is not { } given ? null
                : (await use.RunAsync(new ProposeHoursRequest(volunteer, at, given, form["content"], null, form["case"]), cancellationToken)).Refusal;
            if (refusal is not null) form.Errors.Add(FieldOf(refusal.Extensions), refusal.Detail);
            return PartForms.Answer<PairingPage>(form, part, "/m/volunteering/parts", "", null);
        })
        .Needs(VolunteeringPermissions.HoursEdit).Changes();

        routes.MapPost("/volunteers/{id:guid}/hours", async (Guid id, FormState form, ProposeHours use, ITexts texts, IShell shell, CancellationToken cancellationToken) =>
        {
            var start = FormTimes.Read(form, "day", "from", shell, texts);
            var minutes = form.Number("minutes", 1, HoursRecord.MostMinutesADay, texts[Keys.HoursMinutesRule]);
            if (minutes is null) form.Errors.Add("minutes", texts[Keys.HoursMinutesRule]);
            var number = form["for"].StartsWith(HoursReasons.Case, StringComparison.Ordinal) ? form["for"][HoursReasons.Case.Length..] : null;
            var activity = form["for"].StartsWith(HoursReasons.Activity, StringComparison.Ordinal) && Guid.TryParse(form["for"][HoursReasons.Activity.Length..], out var key) ? key : (Guid?)null;
            var refusal = form.Errors.Any || start is not { } at || minutes is not { } given ? null
                : (await use.RunAsync(new ProposeHoursRequest(id, at, given, form["content"], activity, number), cancellationToken)).Refusal;
            if (refusal is not null) form.Errors.Add(FieldOf(refusal.Extensions), refusal.Detail);
            return form.Errors.Any ? PageResults.Again<VolunteerPage>(form, new { Id = id }, refusal?.Status ?? 422) : PageResults.SeeOther($"/m/volunteering/volunteers/{id}");
        })
        .Needs(VolunteeringPermissions.HoursEdit).Changes();

        routes.MapPost("/activities/{id:guid}/hours", async (Guid id, FormState form, ProposeHours use, ActivityList activities, ITexts texts, CancellationToken cancellationToken) =>
        {
            var minutes = form.Number("minutes", 1, HoursRecord.MostMinutesADay, texts[Keys.HoursMinutesRule]);
            if (minutes is null) form.Errors.Add("minutes", texts[Keys.HoursMinutesRule]);
            if (!Guid.TryParse(form["volunteer"], out var volunteer)) form.Errors.Add("volunteer", texts[Keys.VolunteerMissing]);
            if (!form.Errors.Any && await activities.FindAsync(id, cancellationToken) is { } activity && minutes is { } given)
            {
                var (_, refusal) = await use.RunAsync(new ProposeHoursRequest(volunteer, activity.StartsAt, given, form.Optional("content") ?? activity.Title, id, null), cancellationToken);
                if (refusal is not null) form.Errors.Add(FieldOf(refusal.Extensions), refusal.Detail);
            }
            return form.Errors.Any ? PageResults.Again<ActivityPage>(form, new { Id = id }) : PageResults.SeeOther($"/m/volunteering/activities/{id}");
        })
        .Needs(VolunteeringPermissions.HoursEdit).Changes();
    }

    private static string FieldOf(IReadOnlyDictionary<string, object?>? extensions) => (extensions?.GetValueOrDefault("field") as string) switch
    {
        "startsAt" => "from",
        "minutes" => "minutes",
        "content" => "content",
        "activityId" or "caseNumber" => "for",
        _ => "",
    };
}
