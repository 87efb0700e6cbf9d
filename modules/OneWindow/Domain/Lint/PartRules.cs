using UnifiedPlatform.OneWindow.Domain.Items;

namespace UnifiedPlatform.OneWindow.Domain.Lint;

/// <summary>L21: needs are known and have no circle. L26: a part reads only what exists when it begins.</summary>
internal static class PartRules
{
    public static IEnumerable<LintFinding> Check(ServiceItem item)
    {
        var fields = item.Form.Fields.Select(field => field.Path).ToHashSet();
        var materials = item.Materials.Select(material => material.Key).ToHashSet();
        foreach (var part in item.Parts)
        {
            var at = $"$.parts.{part.Key}";
            foreach (var need in part.Needs.Where(need => item.FindPart(need) is null)) yield return new LintFinding("L21", $"{at}.needs", $"unknown {need}");
            if (ConditionRules.Reach(item, part).Contains(part.Key)) yield return new LintFinding("L21", $"{at}.needs", "circle");
            foreach (var input in part.Input.Where(input => !fields.Contains(input) && !IsAnswer(item, part, input))) yield return new LintFinding("L26", $"{at}.input", $"unknown {input}");
            foreach (var material in part.InputMaterials.Where(material => !materials.Contains(material))) yield return new LintFinding("L26", $"{at}.inputMaterials", $"unknown {material}");
        }
    }

    /// <summary><c>/part/{key}/…</c> reads the answer of a part that is done by then.</summary>
    private static bool IsAnswer(ServiceItem item, Part part, string input) =>
        input.Split('/') is ["", "part", var key, ..] && ConditionRules.Reach(item, part).Contains(key);
}
