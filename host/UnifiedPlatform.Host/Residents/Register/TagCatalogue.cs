using System.Globalization;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Host.Residents.Register;

/// <summary>Which tags exist: the civil ones of the register itself and the facts modules declare. Control tags are among neither (security.md §3.7, C3).</summary>
public sealed class TagCatalogue(ITexts texts, IModuleRuntime? modules = null)
{
    /// <summary>Source of the register's own tags.</summary>
    public const string Own = "residents";

    // Handbook §6.6; their titles are the texts tag.{kind}.
    private static readonly string[] Civil =
    [
        "minimum-living", "low-income", "extreme-poverty", "orphan", "unattended-child", "left-behind-child", "disabled", "living-alone", "empty-nest",
        "advanced-age", "dependent", "family-planning", "veteran", "preferential", "expecting", "unemployed",
    ];

    private readonly Lazy<KnownTag[]> _civil = new(() => Read(texts));

    /// <summary>Every tag that exists now.</summary>
    public IEnumerable<KnownTag> All => _civil.Value.Concat(Facts());

    /// <summary>The key of a kind: bare for the register's own, with the module before it for a fact.</summary>
    public static string KeyOf(string source, string kind) => source == Own ? kind : source + "." + kind;

    /// <summary>The tag of a key; null: unknown, or its module is not here.</summary>
    public KnownTag? Find(string key) => All.FirstOrDefault(t => t.Key == key);

    /// <summary>The tags an actor may see and search by.</summary>
    public IEnumerable<KnownTag> VisibleTo(IRights rights) => All.Where(t => t.Needs is null || rights.Has(t.Needs));

    /// <summary>The register's own kind of a title, short title or key; null: none.</summary>
    public string? OwnKind(string typed) => Array.Find(_civil.Value, t => t.Key == typed || t.Titles.Contains(typed, StringComparer.OrdinalIgnoreCase))?.Key;

    private IEnumerable<KnownTag> Facts() => modules is null ? [] : modules.Modules.SelectMany(m => m.Manifest?.Contributes.ResidentFacts
        .Select(f => new KnownTag(KeyOf(m.Id, f.Kind), f.Title, [f.Title.Zh, f.Title.En], f.Needs)) ?? []);

    private static KnownTag[] Read(ITexts texts)
    {
        // 低保=minimum-living|…
        var others = new[] { "zh-Hans", "en" }.SelectMany(l => In(l, texts, "tag.other-names").Split('|')).Select(p => p.Split('=')).Where(p => p.Length == 2).ToLookup(p => p[1], p => p[0]);
        return [.. Civil.Select(kind =>
        {
            var title = new LocalizedText(In("zh-Hans", texts, "tag." + kind), In("en", texts, "tag." + kind));
            return new KnownTag(kind, title, [title.Zh, title.En, .. others[kind]], null);
        })];
    }

    private static string In(string language, ITexts texts, string key)
    {
        var reader = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            return texts[key];
        }
        finally
        {
            CultureInfo.CurrentUICulture = reader;
        }
    }
}
