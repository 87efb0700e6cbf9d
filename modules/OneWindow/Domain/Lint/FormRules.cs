using UnifiedPlatform.OneWindow.Domain.Expressions;
using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.Sdk.Counter;

namespace UnifiedPlatform.OneWindow.Domain.Lint;

/// <summary>L15: every field has its property and every property its field; what is required is always shown.</summary>
internal static class FormRules
{
    public static IEnumerable<LintFinding> Check(ServiceItem item)
    {
        if (ItemTypes.For(item).FormShape is not { } shape) yield break;
        var properties = Leaves(shape, "").ToDictionary(leaf => leaf.Pointer, leaf => leaf.Required);
        var shown = item.Form.Sections.SelectMany(section => section.Fields.Select(field => (field.Path, section.When))).ToLookup(field => field.Path, field => field.When);
        foreach (var field in shown)
        {
            if (!properties.ContainsKey(field.Key)) yield return new LintFinding("L15", $"$.form{field.Key}", "field-without-property");
            if (field.Skip(1).Any()) yield return new LintFinding("L15", $"$.form{field.Key}", "field-twice");
        }
        foreach (var (pointer, required) in properties)
        {
            if (!shown.Contains(pointer)) yield return new LintFinding("L15", $"$.form{pointer}", "property-without-field");
            else if (required && shown[pointer].All(when => when is not null and not Expr.Constant { Holds: true })) yield return new LintFinding("L15", $"$.form{pointer}", "required-may-be-hidden");
        }
    }

    private static IEnumerable<(string Pointer, bool Required)> Leaves(JsonShape shape, string at, bool required = true)
    {
        foreach (var (name, property) in shape.Properties)
        {
            var pointer = $"{at}/{Pointer.Escape(name)}";
            var needed = required && shape.Required.Contains(name);
            if (property.Type == "object" && property.Properties.Count > 0)
                foreach (var leaf in Leaves(property, pointer, needed)) yield return leaf;
            else yield return (pointer, needed);
        }
    }
}
