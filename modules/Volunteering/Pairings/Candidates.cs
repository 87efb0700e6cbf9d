using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Failures;
using UnifiedPlatform.Sdk.Parts;
using UnifiedPlatform.Sdk.Residents;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Volunteering.Data;
using UnifiedPlatform.Volunteering.Volunteers;

namespace UnifiedPlatform.Volunteering.Pairings;

/// <summary>Who could visit the household of a part, best first.</summary>
internal sealed class Candidates(VolunteeringDbContext database, PartDesk<PairingTask> desk, IAccess access, IAudit audit, IResidents residents)
{
    public const int Shown = 12;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/{part}/candidates", async (string part, Candidates use, ITexts texts, CancellationToken cancellationToken) =>
            await use.OfAsync(part, cancellationToken) is { } candidates ? TypedResults.Ok(candidates) : (IResult)new Refusal("volunteering.part-unknown", 404, texts[Keys.PairingUnknown]).ToResult())
        .WithName("ListCandidates").Needs(VolunteeringPermissions.PairingView);

    /// <summary>Null: no such part, or none the reader may see.</summary>
    public async ValueTask<IReadOnlyList<CandidateView>?> OfAsync(string part, CancellationToken cancellationToken) =>
        await desk.FindAsync(part, cancellationToken) is { } task ? await OfAsync(task, Wanted.Of(await desk.InputAsync(task, cancellationToken)), cancellationToken) : null;

    public async ValueTask<IReadOnlyList<CandidateView>> OfAsync(PairingTask task, Wanted wanted, CancellationToken cancellationToken)
    {
        var volunteers = await access.Query<Volunteer>(database, VolunteeringPermissions.VolunteerView).AsNoTracking()
            .Where(x => x.Status == VolunteerStatus.Active && x.Resident != task.Subject).ToListAsync(cancellationToken);
        var promised = await database.Pairings.BeyondAccess("hours promised anywhere count").Where(x => x.VolunteerId != null && (x.Status == PartTaskStatus.Reported || x.Status == PartTaskStatus.Done))
            .GroupBy(x => x.VolunteerId).Select(group => new { group.Key, Hours = group.Sum(x => x.HoursPerWeek ?? 0) }).ToDictionaryAsync(x => x.Key!.Value, x => x.Hours, cancellationToken); // filtered
        var people = await residents.SummariesAsync([task.Subject, .. volunteers.Select(x => x.Resident)], cancellationToken);
        var ranked = Ranking.Rank(volunteers.Select(x => (x, AgeOf(x, people), promised.GetValueOrDefault(x.Id))), people.GetValueOrDefault(task.Subject)?.Region, [.. wanted.Skills], wanted.Hours);
        var best = ranked.Take(Shown).ToArray();
        await audit.ReadAsync(new AuditEntry("list", "volunteering.volunteer", null) { Subjects = [.. best.Select(x => x.Volunteer.Resident.Value)], CaseNumber = task.CaseNumber }, cancellationToken);
        return [.. best.Select(x => new CandidateView(x.Volunteer.Id, people.GetValueOrDefault(x.Volunteer.Resident)?.Name ?? "", x.SameCommunity, x.Skills, x.FreeHours, x.EnoughHours,
            AgeOf(x.Volunteer, people) == AgeRule.Unknown, Ranking.Points(x)))];
    }

    private static AgeRule AgeOf(Volunteer volunteer, IReadOnlyDictionary<ResidentId, ResidentSummary> people) =>
        people.GetValueOrDefault(volunteer.Resident)?.AgeBand is { } band ? Ages.OfBand(band, volunteer.GuardianConsent) : volunteer.Age;
}
