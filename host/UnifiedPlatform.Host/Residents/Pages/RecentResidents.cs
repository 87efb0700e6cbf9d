using System.Collections.Concurrent;

namespace UnifiedPlatform.Host.Residents.Pages;

/// <summary>Whom an account looked at last. In memory only: the audit is the record, this is a convenience.</summary>
public sealed class RecentResidents(TimeProvider clock)
{
    private const int Shown = 5, MostAccounts = 2_000;
    private readonly ConcurrentDictionary<Guid, (Guid Resident, DateTimeOffset At)[]> _recent = new();

    /// <summary>Notes a look.</summary>
    public void Note(Guid account, Guid resident)
    {
        if (_recent.Count > MostAccounts) _recent.Clear();
        var seen = (resident, clock.GetUtcNow());
        _recent.AddOrUpdate(account, [seen], (_, before) => [seen, .. before.Where(r => r.Resident != resident).Take(Shown - 1)]);
    }

    /// <summary>The last looks, newest first.</summary>
    public IReadOnlyList<(Guid Resident, DateTimeOffset At)> Of(Guid account) => _recent.GetValueOrDefault(account, []);
}
