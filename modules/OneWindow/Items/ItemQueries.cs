using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.OneWindow.Items;

/// <summary>The catalogue as people read it.</summary>
internal sealed class ItemQueries(ItemCatalogue catalogue)
{
    public async Task<IReadOnlyList<ItemView>> InForceAsync(DateOnly day, CancellationToken cancellationToken) =>
        [.. (await catalogue.AllInForceAsync(day, cancellationToken)).Select(View)];

    /// <summary>The whole document in force; null: none.</summary>
    public Task<ServiceItem?> FindAsync(string code, DateOnly day, CancellationToken cancellationToken) => catalogue.InForceAsync(code, day, cancellationToken);

    private static ItemView View(ServiceItem item) => new(
        item.Code, item.Version, item.Title, item.Owner.Org, item.Owner.Name, item.Effective.From, item.Effective.To, item.Clocks.Promised.Limit, item.Clocks.Statutory?.Limit,
        [.. item.Questions.Select(question => new QuestionView(question.Key, question.Text, question.Kind, question.Options ?? []))],
        [.. item.Materials.Select(material => new CatalogueMaterial(material.Key, material.Title, material.Core, material.Original, material.Copies))],
        [.. item.Parts.Select(part => new CataloguePart(part.Key, part.Title, part.Handler.Capability, part.Needs, part.Due, part.Blocking))]);
}

/// <summary>An item in force.</summary>
public sealed record ItemView(
    string Code, int Version, LocalizedText Title, string Org, LocalizedText Owner, DateOnly From, DateOnly? To, Limit Promised, Limit? Statutory,
    IReadOnlyList<QuestionView> Questions, IReadOnlyList<CatalogueMaterial> Materials, IReadOnlyList<CataloguePart> Parts);

public sealed record QuestionView(string Key, LocalizedText Text, QuestionKind Kind, IReadOnlyList<Option> Options);

public sealed record CatalogueMaterial(string Key, LocalizedText Title, bool Core, int Original, int Copies);

public sealed record CataloguePart(string Key, LocalizedText Title, string? Capability, IReadOnlyList<string> Needs, Limit Due, bool Blocking);
