using UnifiedPlatform.OneWindow.Cases;
using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.OneWindow.Items;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Residents;

namespace UnifiedPlatform.OneWindow.Pages;

/// <summary>Reads what the pages of one case show.</summary>
internal sealed class CasePages(CaseQueries queries, ItemCatalogue items, IResidents residents, IAccountNames accounts)
{
    /// <summary>The case; null: none, or hidden from this person.</summary>
    public async Task<CaseFileView?> FindAsync(string number, int? before, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(number, cancellationToken) is not { } view) return null;
        var log = await queries.TimelineAsync(number, before, cancellationToken) ?? [];
        var subject = new ResidentId(view.Subject);
        var applicant = new ResidentId(view.Applicant);
        var people = await residents.SummariesAsync(subject == applicant ? [subject] : [subject, applicant], cancellationToken);
        var ids = view.Parts.SelectMany(part => new[] { part.TakenBy, part.Answer?.By }).Concat(log.Select(entry => entry.Actor)).OfType<Guid>().Distinct().Select(id => new AccountId(id)).ToList();
        var names = (await accounts.OfAsync(ids, cancellationToken)).ToDictionary(name => name.Key.Value, name => name.Value);
        return new CaseFileView(view, await items.PinnedAsync(view.Item, view.ItemVersion, cancellationToken), people.GetValueOrDefault(subject), people.GetValueOrDefault(applicant), log, names);
    }

    /// <summary>Names of people in lines of lists.</summary>
    public ValueTask<IReadOnlyDictionary<ResidentId, ResidentSummary>> PeopleAsync(IEnumerable<Guid> residentsShown, CancellationToken cancellationToken) =>
        residents.SummariesAsync([.. residentsShown.Distinct().Select(id => new ResidentId(id))], cancellationToken);

    public async Task<IReadOnlyDictionary<Guid, string>> StaffAsync(IEnumerable<Guid?> staff, CancellationToken cancellationToken) =>
        (await accounts.OfAsync([.. staff.OfType<Guid>().Distinct().Select(id => new AccountId(id))], cancellationToken)).ToDictionary(name => name.Key.Value, name => name.Value);
}

/// <summary>A case with the names that its pages show.</summary>
public sealed record CaseFileView(
    CaseView Case, ServiceItem Rules, ResidentSummary? Subject, ResidentSummary? Applicant, IReadOnlyList<TimelineEntry> Log, IReadOnlyDictionary<Guid, string> Names)
{
    public string? NameOf(Guid? account) => account is { } id ? Names.GetValueOrDefault(id) : null;
}
