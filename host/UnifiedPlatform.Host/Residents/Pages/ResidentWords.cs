using UnifiedPlatform.Host.Residents.Records;
using UnifiedPlatform.Host.Residents.Register;
using UnifiedPlatform.Sdk.Domain;
using UnifiedPlatform.Sdk.Residents;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Sdk.Web.Components;

namespace UnifiedPlatform.Host.Residents.Pages;

/// <summary>Codes of the register in the reader's words.</summary>
public sealed class ResidentWords(ITexts texts, IRegions regions, TagCatalogue tags)
{
    public string Sex(string code) => CodeTables.Sex.NameOf(code, texts);

    public string Relation(string code) => CodeTables.Relation.NameOf(code, texts);

    public string State(string state) => texts["residents.state." + state];

    public string Source(string source) => source.Length == 0 ? "" : texts["residents.source." + source];

    public string Event(string kind) => texts["residents.event." + kind];

    public string Tag(string key) => tags.Find(key)?.Title.ToString() ?? key;

    public string AgeBand(string? band) => band is null ? "" : texts.Format("residents.age-band", band);

    /// <summary>Town and community of a code, or what is known of it; null: nothing.</summary>
    public string? Place(string? code) => code is null ? null
        : string.Concat(regions.Path(code) is { Count: > 0 } path ? path.Skip(Math.Max(0, path.Count - 2)).Select(r => r.ShortName) : [code]);

    /// <summary>Grid by its community and number; null: unknown.</summary>
    public string? Grid(string? code) => code is { Length: 16 } ? texts.Format("residents.grid", regions.Find(code[..12])?.ShortName ?? code[..12], code[14..]) : null;

    public IReadOnlyList<Option> Purposes => [.. Records.Purposes.All.Where(p => p != "emergency").Select(p => new Option(p, texts["purpose." + p]))];
}
