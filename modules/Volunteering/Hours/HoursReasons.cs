using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Parts;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Sdk.Web.Components;
using UnifiedPlatform.Volunteering.Activities;
using UnifiedPlatform.Volunteering.Data;

namespace UnifiedPlatform.Volunteering.Hours;

/// <summary>What a volunteer's hours can be for: pairings that run and activities with a place. No name of a household is shown, only the case.</summary>
internal sealed class HoursReasons(VolunteeringDbContext database, ITexts texts)
{
    public const string Case = "case:";
    public const string Activity = "activity:";

    // Day, serial and check tell the cases of one volunteer apart; the area and the office before them are the same.
    private static string Short(string number) => number[Math.Min(10, number.Length)..];

    public async ValueTask<IReadOnlyList<Option>> OfAsync(Guid volunteer, CancellationToken cancellationToken)
    {
        var cases = await database.Pairings.BeyondAccess("the volunteer was opened under the actor's rights").AsNoTracking().Where(x => x.VolunteerId == volunteer && (x.Status == PartTaskStatus.Reported || x.Status == PartTaskStatus.Done))
            .Select(x => x.CaseNumber).Distinct().ToListAsync(cancellationToken);
        var activities = await (from signUp in database.SignUps.AsNoTracking() join activity in database.Activities.BeyondAccess("the volunteer was opened under the actor's rights") on signUp.ActivityId equals activity.Id
                                where signUp.VolunteerId == volunteer && (activity.Status == ActivityStatus.Published || activity.Status == ActivityStatus.Finished)
                                orderby activity.StartsAt descending select new { activity.Id, activity.Title }).Take(20).ToListAsync(cancellationToken);
        return [.. cases.Select(number => new Option(Case + number, texts.Format(Keys.HoursForCase, Short(number)))), .. activities.Select(x => new Option(Activity + x.Id, x.Title))];
    }
}
