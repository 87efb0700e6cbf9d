using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Sdk.Web;
using UnifiedPlatform.Sdk.Web.Forms;
using UnifiedPlatform.Volunteering.Pages;

namespace UnifiedPlatform.Volunteering.Activities;

internal static class AddActivityForm
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/activities", async (FormState form, AddActivity use, ITexts texts, IShell shell, CancellationToken cancellationToken) =>
        {
            var (starts, ends) = (FormTimes.Read(form, "day", "from", shell, texts), FormTimes.Read(form, "day", "until", shell, texts));
            var places = form.Number("places", 1, Activity.MostPlaces, texts.Format(Keys.ActivityPlacesRule, Activity.MostPlaces));
            if (places is null) form.Errors.Add("places", texts.Format(Keys.ActivityPlacesRule, Activity.MostPlaces));
            if (form.Errors.Any || starts is not { } start || ends is not { } end || places is not { } count) return PageResults.Again<ActivitiesPage>(form);
            var (activity, refusal) = await use.RunAsync(new AddActivityRequest(form["title"], form["place"], form["region"], start, end, count, form.Flag("risky"), form.Optional("policy")), cancellationToken);
            if (activity is not null) return PageResults.SeeOther($"/m/volunteering/activities/{activity.Id}");
            form.Errors.Add(refusal!.Extensions?["field"] as string is "endsAt" ? "until" : refusal.Extensions?["field"] as string ?? "", refusal.Detail); // without an activity there is a refusal
            return PageResults.Again<ActivitiesPage>(form, null, refusal.Status);
        })
        .Needs(VolunteeringPermissions.ActivityEdit).Changes();
}

/// <summary>Day and time of day of a form as an instant of the business time zone.</summary>
internal static class FormTimes
{
    public static DateTimeOffset? Read(FormState form, string day, string time, IShell shell, ITexts texts)
    {
        var date = form.Day(day, shell);
        if (form.Optional(day) is null) form.Errors.Add(day, texts[Keys.DayMissing]);
        if (!TimeOnly.TryParseExact(form[time], ["HH:mm", "H:mm", "HHmm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock)) form.Errors.Add(time, texts[Keys.TimeWrong]);
        else if (date is { } known) return At(known, clock, shell.TimeZone);
        return null;
    }

    public static DateTimeOffset At(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
