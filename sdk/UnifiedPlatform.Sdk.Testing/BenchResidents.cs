using UnifiedPlatform.Sdk.Residents;

namespace UnifiedPlatform.Sdk.Testing;

/// <summary>A register of a few people for <see cref="ModuleBench"/>.</summary>
public sealed class BenchResidents : IResidents
{
    private readonly Dictionary<string, ResidentId> _numbers = [];
    private readonly Dictionary<ResidentId, ResidentSummary> _people = [];

    /// <summary>Adds a person.</summary>
    /// <param name="nationalId">Identity number.</param>
    /// <param name="region">Community.</param>
    /// <param name="ageBand">Age band.</param>
    public ResidentId Add(string nationalId, string region = "340822100002", string? ageBand = "40-44")
    {
        var id = new ResidentId(Guid.CreateVersion7());
        _numbers[nationalId] = id;
        _people[id] = new ResidentSummary(id, "测试", "0", ageBand, null, null, null, region, null, true);
        return id;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<ResidentId, ResidentSummary>> SummariesAsync(IReadOnlyCollection<ResidentId> ids, CancellationToken cancellationToken) =>
        new(ids.Distinct().Where(_people.ContainsKey).ToDictionary(id => id, id => _people[id]));

    /// <inheritdoc/>
    public ValueTask<ResidentFields?> FieldsAsync(ResidentId id, string purpose, CancellationToken cancellationToken) => new((ResidentFields?)null);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyCollection<ResidentId>> SameAsAsync(ResidentId id, CancellationToken cancellationToken) => new([id]);

    /// <inheritdoc/>
    public ValueTask<ResidentId?> FindByNationalIdAsync(string nationalId, CancellationToken cancellationToken) => new(_numbers.TryGetValue(nationalId, out var id) ? id : null);
}
