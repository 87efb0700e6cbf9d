using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.OneWindow.Data;
using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.OneWindow.Items;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Calendar;
using UnifiedPlatform.Sdk.Domain;
using UnifiedPlatform.Sdk.Failures;

namespace UnifiedPlatform.OneWindow.Cases;

/// <summary>What an applicant hears with number and lookup code. A wrong code and an unknown number sound the same.</summary>
internal sealed class Tracking(OneWindowDbContext database, ItemCatalogue items, TrackLimit limit, CaseRefusals refusals, IWorkCalendar calendar)
{
    public async Task<(TrackView? View, Refusal? Refusal)> FindAsync(string number, string code, string address, CancellationToken cancellationToken)
    {
        if (!limit.Allows(address) || !limit.Allows(number)) return (null, refusals.Say(Codes.TooMany));
        if (!CaseNumber.TryParse(number, out var parsed, out _) || !QueryCode.TryParse(code, out var query, out _)) return (null, refusals.Say(Codes.TrackUnknown));
        var row = await database.Cases.BeyondAccess("number and query code together are the applicant's right").AsNoTracking().FirstOrDefaultAsync(row => row.Number == parsed.Value && row.QueryCode == query.Value, cancellationToken);
        if (row is null) return (null, refusals.Say(Codes.TrackUnknown));
        var rules = await items.PinnedAsync(row.ItemCode, row.RuleVersion ?? row.FormVersion, cancellationToken);
        var rated = await database.Ratings.AnyAsync(rating => rating.CaseId == row.Id, cancellationToken);
        var mayRate = row.State == CaseStatus.Closed && !rated && row.ClosedOn is { } closed && calendar.Today <= closed.AddDays(rules.Rating.WindowDays);
        return (new TrackView(
            row.Number, rules.Title.ToString(), row.State, row.Outcome, row.ReceivedOn, row.AcceptedOn, row.PromisedDue, row.StatutoryDue, row.MissingYear, row.DecidedOn, row.ClosedOn, mayRate), null);
    }
}
