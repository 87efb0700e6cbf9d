using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Host.Residents.Register;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Residents.Searching;

/// <summary>Finds people in the register itself while the index is away: by the whole name or the whole identity number, within what the actor may see. Scoped.</summary>
public sealed class ExactSearch(ResidentsDbContext database, PersonSecrets secrets, IAccess access)
{
    public async ValueTask<List<Guid>> FindAsync(ParsedQuery parsed, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        var names = parsed.Terms.Select(term => term.Name).OfType<string>().ToList();
        var keys = parsed.Terms.Select(term => term.WholeId).OfType<string>().Select(id => secrets.KeyOf(PersonSecrets.IdentityCard, id)).ToList();
        if (names.Count == 0 && keys.Count == 0) return [];
        var found = new List<Guid>();
        foreach (var permission in (string[])[ResidentPermissions.View, ResidentPermissions.Card])
        {
            if (!access.May(permission)) continue;
            var people = access.Query<Person>(database, permission).AsNoTracking();
            people = keys.Count > 0 ? people.Where(person => person.DocumentKey != null && keys.Contains(person.DocumentKey)) : people.Where(person => names.Contains(person.Name));
            found.AddRange(await people.OrderBy(person => person.Id).Select(person => person.Id).Take(limit).ToListAsync(cancellationToken));
        }
        return [.. found.Distinct().Take(limit)];
    }
}
