using UnifiedPlatform.Host.Identity.Data;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Identity.Rights;

/// <summary>Makes the snapshot of an account from its live grants.</summary>
internal static class RightsBuilder
{
    private const int CountyDigits = 6;

    public static RightsSnapshot Build(string version, IEnumerable<Grant> grants, RoleMatrix matrix, DateTimeOffset now, IReadOnlyCollection<string>? limitedTo = null)
    {
        var live = grants.Where(grant => grant.EndedAt is null && grant.From <= now && !(grant.Until <= now)).ToList();
        var arms = new Dictionary<string, List<ScopeArm>>(StringComparer.Ordinal);
        foreach (var grant in live)
            foreach (var (permission, letters) in matrix.Of(grant.Role))
            {
                if (limitedTo is not null && !limitedTo.Contains(permission)) continue;
                if (!arms.TryGetValue(permission, out var list)) arms[permission] = list = [];
                foreach (var letter in letters) list.AddRange(Arm(letter, grant));
            }
        return new RightsSnapshot(version, live.Select(grant => grant.Role), arms.Select(pair => KeyValuePair.Create(pair.Key, Merge(pair.Value))));
    }

    private static IEnumerable<ScopeArm> Arm(char letter, Grant grant) => letter switch
    {
        'a' => [new ScopeArm(ScopeKind.All, [])],
        't' or 'c' => Places(grant.Regions, grant.Grids),
        'y' => Places(string.Join(',', List(grant.Regions).Where(code => code.Length >= CountyDigits).Select(code => code[..CountyDigits]).Distinct()), ""),
        'd' => List(grant.Departments) is { Length: > 0 } departments ? [new ScopeArm(ScopeKind.Department, departments)] : [],
        'o' => [new ScopeArm(ScopeKind.Own, [])],
        'k' => [new ScopeArm(ScopeKind.Task, [])],
        _ => throw new InvalidOperationException($"roles.json has the unknown scope letter '{letter}'."),
    };

    private static IEnumerable<ScopeArm> Places(string regions, string grids)
    {
        if (List(regions) is { Length: > 0 } codes) yield return new ScopeArm(ScopeKind.Region, codes);
        if (List(grids) is { Length: > 0 } cells) yield return new ScopeArm(ScopeKind.Grid, cells);
    }

    // One arm a kind, so that the condition stays short whatever the number of grants.
    private static IReadOnlyList<ScopeArm> Merge(List<ScopeArm> arms) =>
        [.. arms.GroupBy(arm => arm.Kind).Select(kind => new ScopeArm(kind.Key, [.. kind.SelectMany(arm => arm.Values).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]))];

    private static string[] List(string codes) => codes.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
