using System.Collections.Concurrent;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Counter;
using UnifiedPlatform.Sdk.Residents;

namespace UnifiedPlatform.OneWindow.Tests.Support;

/// <summary>What the host gives the module: one resident, three modules that do parts, grants and reads as they are asked for.</summary>
public sealed class PlayedTown : IResidents, IGrants, IPartOffers, IAuditSink, IStaffing
{
    private readonly ConcurrentDictionary<(string Subject, string Case, string Part), Guid> _grants = new();

    public bool WithModules { get; set; } = true;

    public int Age { get; set; } = 70;

    /// <summary>Role nobody holds.</summary>
    public string? Vacant { get; set; }

    public ValueTask<IReadOnlyCollection<Post>> HeldAsync(CancellationToken cancellationToken) => new([.. Staff.Posts.Where(post => post.Role != Vacant)]);

    public ICollection<(string Subject, string Case, string Part)> Grants => _grants.Keys;

    public IReadOnlyList<PartOffer> Offers => !WithModules ? [] :
    [
        new("home-assessment@1", "social-linkage", "/m/social-linkage/parts/{part}", true), new("party-contact@1", "party-building", "/m/party-building/parts/{part}", true),
        new("volunteer-pairing@1", "volunteering", "/m/volunteering/parts/{part}", true),
    ];

    public ValueTask<IReadOnlyDictionary<ResidentId, ResidentSummary>> SummariesAsync(IReadOnlyCollection<ResidentId> ids, CancellationToken cancellationToken) =>
        new(ids.ToDictionary(id => id, id => new ResidentSummary(id, "王*兰", "2", "70-79", null, null, null, CaseBench.Village, null, true)));

    public ValueTask<ResidentFields?> FieldsAsync(ResidentId id, string purpose, CancellationToken cancellationToken) => new(id.Value != CounterBench.Resident ? null : new ResidentFields(
        id, "王*兰", "2", Age, new SourcedValue("138****5678", true, "import", new DateOnly(2026, 9, 1)), new SourcedValue("凌桥社区城东路18号", false, "import", new DateOnly(2026, 9, 1)),
        CaseBench.Village, null, CaseBench.Village, ["111"]));

    public ValueTask<IReadOnlyCollection<ResidentId>> SameAsAsync(ResidentId id, CancellationToken cancellationToken) => new([id]);

    public ValueTask<ResidentId?> FindByNationalIdAsync(string nationalId, CancellationToken cancellationToken) => new((ResidentId?)null);

    public ValueTask GiveAsync(string subject, ResidentId resident, string verbs, string caseNumber, string partKey, DateTimeOffset until, CancellationToken cancellationToken)
    {
        _grants[(subject, caseNumber, partKey)] = resident.Value;
        return default;
    }

    public ValueTask EndAsync(string caseNumber, string? partKey, CancellationToken cancellationToken)
    {
        foreach (var grant in _grants.Keys.Where(grant => grant.Case == caseNumber && (partKey is null || grant.Part == partKey))) _grants.TryRemove(grant, out _);
        return default;
    }

    public ValueTask AppendAsync(Guid id, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) => default;
}
