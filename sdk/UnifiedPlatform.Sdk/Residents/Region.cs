namespace UnifiedPlatform.Sdk.Residents;

/// <summary>An administrative division.</summary>
/// <param name="Code">2 digits a province, 4 a city, 6 a county, 9 a street or town, 12 a community or village.</param>
/// <param name="Name">Official name.</param>
public sealed record Region(string Code, string Name)
{
    private static readonly string[] Endings = ["社区居民委员会", "村民委员会", "居民委员会", "社区居委会", "居委会", "村委会"];

    /// <summary>Name as people say it: 凌桥 for 凌桥居委会; other levels unchanged.</summary>
    public string ShortName
    {
        get
        {
            if (Code.Length != 12) return Name;
            var ending = Array.Find(Endings, e => Name.Length > e.Length && Name.EndsWith(e, StringComparison.Ordinal));
            return ending is null ? Name : Name[..^ending.Length];
        }
    }
}
