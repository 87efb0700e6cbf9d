using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Calendar;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Failures;
using UnifiedPlatform.Sdk.Lists;
using UnifiedPlatform.Sdk.Residents;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Volunteering.Data;

namespace UnifiedPlatform.Volunteering.Volunteers;

/// <param name="Region">Community where the volunteer lives, 12 digits; null: as the register says.</param>
/// <param name="FreeHours">Hours a week offered.</param>
public sealed record AddVolunteerRequest(ResidentId ResidentId, IReadOnlyList<Skill> Skills, int FreeHours, string? Region = null, bool GuardianConsent = false);

public sealed record AddVolunteerResponse(Guid Id, AgeRule Age);

internal sealed class AddVolunteer(VolunteeringDbContext database, IAccess access, IAudit audit, IResidents residents, IRegions regions, IWorkCalendar calendar, VolunteerFact fact, ITexts texts)
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/volunteers", async (AddVolunteerRequest request, AddVolunteer use, CancellationToken cancellationToken) =>
        {
            var (volunteer, refusal) = await use.RunAsync(request, cancellationToken);
            return volunteer is null ? refusal!.ToResult() : (IResult)TypedResults.Created($"/m/volunteering/api/volunteers/{volunteer.Id}", new AddVolunteerResponse(volunteer.Id, volunteer.Age)); // one of both is set
        })
        .WithName(nameof(AddVolunteer)).Needs(VolunteeringPermissions.VolunteerEdit).Changes();

    public async ValueTask<(Volunteer? Volunteer, Refusal? Refusal)> RunAsync(AddVolunteerRequest request, CancellationToken cancellationToken)
    {
        if (request.FreeHours is < 0 or > Volunteer.MostFreeHours) return (null, Refusals.Invalid("freeHours", texts.Format(Keys.VolunteerFreeHoursRule, Volunteer.MostFreeHours)));
        var person = (await residents.SummariesAsync([request.ResidentId], cancellationToken)).GetValueOrDefault(request.ResidentId);
        var region = request.Region ?? person?.Region;
        if (region is not { Length: 12 } || regions.Find(region) is null) return (null, Refusals.Invalid("region", texts[Keys.VolunteerRegionRule]));
        var age = Ages.OfBand(person?.AgeBand, request.GuardianConsent);
        if (age is AgeRule.TooYoung or AgeRule.ConsentMissing) return (null, Refusals.Invalid(age == AgeRule.TooYoung ? "residentId" : "guardianConsent", texts["volunteer.age." + Code.Of(age)]));
        if (await database.Volunteers.BeyondAccess("one person has one record, wherever it is kept").AnyAsync(x => x.Resident == request.ResidentId, cancellationToken)) return (null, Refusals.VolunteerExists(texts));

        var volunteer = new Volunteer { Resident = request.ResidentId, RegisteredOn = calendar.Today, GuardianConsent = request.GuardianConsent, Age = age };
        volunteer.Offer(request.Skills, request.FreeHours);
        (volunteer.Scope.Region, volunteer.Scope.Dept) = (region, VolunteeringModule.Department);
        if (access.Check(VolunteeringPermissions.VolunteerEdit, volunteer) != Decision.Allowed) return (null, Refusals.OutOfScope(texts));
        database.Add(volunteer);
        fact.Publish(volunteer);
        audit.Changed(database, new AuditEntry("create", "volunteering.volunteer", volunteer.Id.ToString("D")) { Subjects = [volunteer.Resident.Value] });
        await database.SaveChangesAsync(cancellationToken);
        return (volunteer, null);
    }
}
