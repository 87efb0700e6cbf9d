using UnifiedPlatform.OneWindow.Domain.Items;

namespace UnifiedPlatform.OneWindow.Domain.Lint;

/// <summary>Every rule a document must pass before it is published. A document that cannot be read has the one finding L01.</summary>
public static class ItemLint
{
    public static IReadOnlyList<LintFinding> Check(string text, ILintWorld world)
    {
        var (document, problem) = ItemReader.Read(text);
        return document is null ? [problem ?? new LintFinding("L01", "$", "malformed")] : Check(document, world);
    }

    public static IReadOnlyList<LintFinding> Check(ItemDocument document, ILintWorld world) =>
    [
        .. ShapeRules.Check(document.Item),
        .. VersionRules.Check(document, world),
        .. KeyRules.Check(document.Item),
        .. ConditionRules.Check(document.Item),
        .. SituationRules.Check(document.Item),
        .. FormRules.Check(document.Item),
        .. PartRules.Check(document.Item),
        .. PlaceRules.Check(document.Item, world),
    ];
}
