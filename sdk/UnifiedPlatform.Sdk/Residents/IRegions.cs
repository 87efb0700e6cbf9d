namespace UnifiedPlatform.Sdk.Residents;

/// <summary>Administrative divisions: every province, city and county, and the streets and communities the installation serves. Implemented by the host, imported into each generation.</summary>
public interface IRegions
{
    /// <summary>The division of a code of 2, 4, 6, 9 or 12 digits; null: unknown.</summary>
    Region? Find(string code);

    /// <summary>The divisions directly below a code, in order of their codes; empty when none are known.</summary>
    IReadOnlyList<Region> Children(string code);

    /// <summary>From the province down to the code itself; levels nobody knows are left out.</summary>
    IReadOnlyList<Region> Path(string code);

    /// <summary>A community by its name within a street, city or county: in full (凌桥居委会), as people say it (凌桥社区, 凌桥村) or bare (凌桥); null: unknown or not unique.</summary>
    Region? FindCommunity(string within, string name);
}
