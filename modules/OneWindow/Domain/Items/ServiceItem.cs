using UnifiedPlatform.OneWindow.Domain.Expressions;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.OneWindow.Domain.Items;

/// <summary>One version of a service item (<c>service-item/1</c>). Immutable once published.</summary>
public sealed record ServiceItem(
    string Schema, string Code, int Version, LocalizedText Title, ItemKind Kind, Catalogue Catalogue, ItemOwner Owner, Effective Effective,
    IReadOnlyDictionary<string, Law> Laws, IReadOnlyList<Question> Questions, IReadOnlyList<Situation> Situations, IReadOnlyList<Material> Materials,
    Form Form, IReadOnlyList<Part> Parts, Join Join, DecideRule Decide, ItemClocks Clocks, IReadOnlyList<DocumentRule> Documents, IReadOnlyList<Fee> Fees,
    AcceptRule Accept, IReadOnlyList<Jurisdiction> Jurisdiction, ProxyRule Proxy, RatingRule Rating, IReadOnlyList<RefusalReason> Refusals,
    IReadOnlyList<Scenario> Scenarios, Expr? Who = null, IReadOnlyList<BundleMember>? Members = null)
{
    public const string SchemaName = "service-item/1";

    public Part? FindPart(string key) => Parts.FirstOrDefault(part => part.Key == key);
}
