using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Host.Residents.Indexing;
using UnifiedPlatform.Host.Residents.Register;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Calendar;
using UnifiedPlatform.Sdk.Failures;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Host.Residents.Searching;

/// <summary>Finds residents for an actor: the index gives candidates inside the scope, the register decides who is really shown. Scoped.</summary>
public sealed class ResidentSearch(
    ResidentsDbContext database, IResidentIndex index, IndexFeed feed, QueryParser parser, RegisterReader register, IndexDocuments documents,
    ResidentCards cards, TagCatalogue tags, IAccess access, IAudit audit, IWorkCalendar calendar, ITexts texts, ExactSearch exact)
{
    private const int Window = 200, CountedUpTo = 1000, UsualPage = 20;
    private static readonly TimeSpan OwnWrites = TimeSpan.FromSeconds(2);

    public async ValueTask<SearchOutcome> FindAsync(SearchResidentsRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var limit = Math.Clamp(request.Limit ?? UsualPage, 1, Window);
        if (SearchCursor.Read(request.Cursor) is not { } from) return SearchOutcome.Refused(SearchRefusals.Cursor(texts));
        if (Asked(request, out var query) is { } refusal) return SearchOutcome.Refused(refusal);
        if (query.Condition is not { } condition) return SearchOutcome.Found(new SearchResidentsResponse([], 0, "0", null, query.Parsed.Hint is { } key ? texts[key] : null));

        await feed.SettledAsync(OwnWrites, cancellationToken);
        var scope = SearchScope.Of(access.Rights, ResidentPermissions.Card, ResidentPermissions.View);
        var (ranked, count, away) = await RankedOrExactAsync(condition, query.Parsed, scope, cancellationToken);
        var page = await cards.OfAsync([.. ranked.Skip(from).Take(limit)], cancellationToken);
        await audit.ReadAsync(new AuditEntry("search", PersonPolicy.Type, null) { Subjects = [.. page.Select(c => c.Id)], Purpose = request.Purpose }, cancellationToken);

        var next = from + limit < ranked.Count ? SearchCursor.Write(from + limit) : null;
        var hint = away ? "residents.hint.engine-away" : page.Count == 0 && from == 0 ? query.Parsed.Hint ?? "residents.hint.nobody" : query.Parsed.Hint;
        return SearchOutcome.Found(new SearchResidentsResponse(page, Math.Min(count, CountedUpTo), count > CountedUpTo ? "1000+" : count.ToString(System.Globalization.CultureInfo.InvariantCulture), next, hint is null ? null : texts[hint]));
    }

    private Refusal? Asked(SearchResidentsRequest request, out (ParsedQuery Parsed, TokenCondition? Condition) query)
    {
        var titles = new TagTitles(tags.VisibleTo(access.Rights).SelectMany(t => t.Titles.Select(title => KeyValuePair.Create(title, t.Key))));
        var parsed = parser.Parse(request.Q, calendar.Today, titles);
        query = (parsed, null);
        var conditions = parsed.Terms.Select(t => t.Condition).ToList();
        if (request.Filters is { } filters)
        {
            if (Filters(filters, conditions) is { } refusal) return refusal;
        }
        query = (parsed, conditions.Count == 0 ? null : TokenCondition.AllOf(conditions));
        return null;
    }

    private Refusal? Filters(SearchResidentsFilters filters, List<TokenCondition> conditions)
    {
        // A kind that needs a permission is refused before the index is asked: an empty answer would tell that nobody has it.
        foreach (var key in filters.Tags ?? [])
        {
            if (tags.Find(key) is not { } tag) return SearchRefusals.UnknownTag(texts);
            if (tag.Needs is { } needs && !access.May(needs)) return SearchRefusals.TagNotAllowed(texts, tag);
            conditions.Add(new TokenCondition.Has(Token.Tag(key)));
        }
        if (filters.Region is { } code)
        {
            if (!code.All(char.IsAsciiDigit) || Token.Scope(code) is not { } place) return SearchRefusals.Region(texts);
            conditions.Add(new TokenCondition.Has(place));
        }
        if (filters.Sex is { } sex) conditions.Add(new TokenCondition.Has(Token.Sex(sex)));
        if (filters.BirthYear is { } year and >= 1000 and <= 9999) conditions.Add(new TokenCondition.Has(Token.BirthYear(year)));
        if (filters.Household is { } household) conditions.Add(new TokenCondition.Has(Token.Household(household)));
        return null;
    }

    // The counter works on when the engine does not: whoever is named or numbered in full is found in the register itself.
    private async ValueTask<(List<Guid> Ranked, int Count, bool Away)> RankedOrExactAsync(TokenCondition condition, ParsedQuery parsed, SearchScope scope, CancellationToken cancellationToken)
    {
        try
        {
            var (ranked, count) = await RankedAsync(condition, parsed, scope, cancellationToken);
            return (ranked, count, false);
        }
        catch (IndexAwayException)
        {
            var found = await exact.FindAsync(parsed, Window, cancellationToken);
            return (found, found.Count, true);
        }
    }

    // Three tiers instead of one global order: bearers of exactly this name, then the actor's own regions, then as far as the actor may look.
    private async ValueTask<(List<Guid> Ranked, int Count)> RankedAsync(TokenCondition condition, ParsedQuery parsed, SearchScope scope, CancellationToken cancellationToken)
    {
        var found = new Dictionary<Guid, RankedHit>();
        var count = 0;
        if (!scope.Nowhere)
        {
            var within = scope.Condition is { } limits ? TokenCondition.AllOf([limits, condition]) : condition;
            count = await index.CountAsync(within, CountedUpTo + 1, cancellationToken);
            var own = SearchScope.Of(access.Rights, ResidentPermissions.View);
            var names = parsed.Terms.Select(t => t.Name).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
            if (names.Count > 0 && count > Window) await TakeAsync(TokenCondition.AllOf([within, TokenCondition.AnyOf(names.Select(Token.ExactName))]));
            if (!own.Nowhere && own.Condition is { } near && count > Window) await TakeAsync(TokenCondition.AllOf([near, within]));
            await TakeAsync(within);
        }
        foreach (var granted in await GrantedAsync(condition, scope, cancellationToken))
            if (found.TryAdd(granted.Id, RankedHit.Of(granted, parsed, access.Actor))) count++;

        // Candidates that the text does not bear out were never hits.
        var all = found.Values.Where(h => parsed.Terms.All(t => t.Verify(h.Hit))).ToList();
        if (count <= Window) count = all.Count;
        all.Sort();
        return (await ByNumberAsync([.. all.Take(Window).Select(h => h.Hit.Id)], parsed.IdPrefix, cancellationToken), count);

        async ValueTask TakeAsync(TokenCondition tier)
        {
            if (found.Count >= Window) return;
            foreach (var hit in await index.FindAsync(tier, Window, cancellationToken)) found.TryAdd(hit.Id, RankedHit.Of(hit, parsed, access.Actor));
        }
    }

    // Residents opened by a task lie outside every region of the actor: they are few, and are matched in memory against their own tokens.
    private async ValueTask<IEnumerable<IndexHit>> GrantedAsync(TokenCondition condition, SearchScope scope, CancellationToken cancellationToken)
    {
        if (scope.Everywhere || !access.May(ResidentPermissions.View)) return [];
        var ids = await scope.Outside(access.Query<Person>(database, ResidentPermissions.View)).OrderBy(p => p.Id).Select(p => p.Id).Take(Window).ToListAsync(cancellationToken);
        if (ids.Count == 0) return [];
        var people = await register.IndexedAsync(database, ids, cancellationToken);
        return people.Select(documents.Of).Where(d => condition.Holds(d.Tokens.ToHashSet(StringComparer.Ordinal)))
            .Select(d => new IndexHit(d.Id, d.Version, d.Name, d.Address, d.Region, d.Grid, d.Present, d.SortKey));
    }

    private async ValueTask<List<Guid>> ByNumberAsync(List<Guid> ids, string? prefix, CancellationToken cancellationToken)
    {
        if (prefix is null || ids.Count == 0) return ids;
        var numbers = (await register.IndexedAsync(database, ids, cancellationToken)).ToDictionary(p => p.Id, p => p.NationalId);
        return [.. ids.Where(id => numbers.GetValueOrDefault(id)?.StartsWith(prefix, StringComparison.Ordinal) == true)];
    }
}
