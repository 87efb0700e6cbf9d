using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Host.Residents.Indexing;
using UnifiedPlatform.Host.Residents.Register;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Host.Residents.Searching;

/// <summary>Where an actor may find people, as tokens of the index and as a condition of the register. Nothing said means nobody.</summary>
internal sealed class SearchScope
{
    /// <summary>Most scope tokens of one query (contracts.md §5).</summary>
    public const int MostTokens = 64;

    private readonly string[] _codes;

    private SearchScope(bool everywhere, string[] codes) => (Everywhere, _codes) = (everywhere, codes);

    /// <summary>No condition at all.</summary>
    public bool Everywhere { get; }

    /// <summary>Whether regions or grids open anybody.</summary>
    public bool Nowhere => !Everywhere && _codes.Length == 0;

    /// <summary>The condition on tokens; null: none is needed. Only for a scope that is not <see cref="Nowhere"/>.</summary>
    public TokenCondition? Condition => Everywhere ? null : TokenCondition.AnyOf(Collapsed(_codes).Select(Token.Scope).OfType<string>());

    public static SearchScope Of(IRights rights, params ReadOnlySpan<string> permissions)
    {
        var everywhere = false;
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var permission in permissions)
            foreach (var arm in rights.Arms(permission))
            {
                everywhere |= arm.Kind == ScopeKind.All;
                if (arm.Kind is ScopeKind.Region or ScopeKind.Grid) codes.UnionWith(arm.Values.Where(v => Token.Scope(v) is not null));
            }
        return new SearchScope(everywhere, [.. codes.Where(c => !codes.Any(other => other.Length < c.Length && c.StartsWith(other, StringComparison.Ordinal)))]);
    }

    /// <summary>The rows outside these regions and grids: those that only a task or ownership can open.</summary>
    public IQueryable<Person> Outside(IQueryable<Person> people)
    {
        var (grids, communities, towns, counties) = (OfLength(16), OfLength(12), OfLength(9), OfLength(6));
        return people.Where(p => (p.Scope.Grid == null || !grids.Contains(p.Scope.Grid)) && (p.Scope.Region == null
            || (!communities.Contains(p.Scope.Region) && !towns.Contains(EF.Property<string>(p, ScopeColumns.Region9)) && !counties.Contains(EF.Property<string>(p, ScopeColumns.Region6)))));
    }

    // Too many terms: the nearest common ancestors are sent and each hit is checked again when it is loaded.
    private static string[] Collapsed(string[] codes)
    {
        foreach (var length in (ReadOnlySpan<int>)[12, 9, 6])
        {
            if (codes.Length <= MostTokens) break;
            codes = [.. codes.Select(c => c.Length > length ? c[..length] : c).Distinct(StringComparer.Ordinal)];
        }
        return codes;
    }

    private string[] OfLength(int length) => [.. _codes.Where(c => c.Length == length)];
}
