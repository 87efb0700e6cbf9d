using System.Collections.Frozen;
using UnifiedPlatform.Sdk.Residents;

namespace UnifiedPlatform.Host.Residents.Divisions;

/// <summary>Divisions read once from the table shipped with the host.</summary>
public sealed class Regions : IRegions
{
    private static readonly int[] Levels = [2, 4, 6, 9, 12];
    private static readonly string[] CommunityEndings = ["社区", "村", "居委会", "村委会", "社区居委会"];

    private readonly FrozenDictionary<string, Region> _byCode;
    private readonly ILookup<string, Region> _byParent;

    private Regions(IReadOnlyList<Region> regions)
    {
        _byCode = regions.ToFrozenDictionary(r => r.Code, StringComparer.Ordinal);
        _byParent = regions.ToLookup(r => Parent(r.Code), StringComparer.Ordinal);
    }

    /// <summary>The divisions shipped with the host.</summary>
    public static Regions Shipped { get; } = Load();

    /// <inheritdoc/>
    public Region? Find(string code) => code is null ? null : _byCode.GetValueOrDefault(code);

    /// <inheritdoc/>
    public IReadOnlyList<Region> Children(string code) => [.. _byParent[code ?? ""]];

    /// <inheritdoc/>
    public IReadOnlyList<Region> Path(string code) =>
        code is null ? [] : [.. Levels.Where(l => l <= code.Length).Select(l => Find(code[..l])).OfType<Region>()];

    /// <inheritdoc/>
    public Region? FindCommunity(string within, string name)
    {
        if (string.IsNullOrWhiteSpace(within) || string.IsNullOrWhiteSpace(name)) return null;
        var asked = name.Trim();
        var below = Below(within).Where(r => r.Code.Length == 12).ToList();
        return Only(below.Where(r => r.Name == asked))
            ?? Only(below.Where(r => r.ShortName == asked || CommunityEndings.Any(e => r.ShortName + e == asked)));
    }

    private static Region? Only(IEnumerable<Region> found) => found.Take(2).ToList() is [var one] ? one : null;

    private IEnumerable<Region> Below(string code) => _byParent[code].SelectMany(child => Below(child.Code).Prepend(child));

    private static string Parent(string code) => code.Length switch { 12 => code[..9], 9 => code[..6], 6 => code[..4], 4 => code[..2], _ => "" };

    private static Regions Load()
    {
        using var stream = typeof(Regions).Assembly.GetManifestResourceStream("divisions.csv")
            ?? throw new InvalidOperationException("The host was built without its table of divisions.");
        using var reader = new StreamReader(stream);
        var regions = new List<Region>(4000);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
            if (line.Split(',') is [var code, var name]) regions.Add(new Region(code, name));
        return new Regions(regions);
    }
}
