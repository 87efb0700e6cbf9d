using System.Text.RegularExpressions;
using UnifiedPlatform.OneWindow.Domain.Items;

namespace UnifiedPlatform.OneWindow.Domain.Lint;

/// <summary>L05: keys are well formed and unique in their list.</summary>
internal static partial class KeyRules
{
    public static IEnumerable<LintFinding> Check(ServiceItem item)
    {
        IEnumerable<(string At, IEnumerable<string> Keys)> lists =
        [
            ("$.code", [item.Code]),
            ("$.questions", item.Questions.Select(question => question.Key)),
            .. item.Questions.Select(question => ($"$.questions.{question.Key}.options", (question.Options ?? []).Select(option => option.Key))),
            ("$.situations", item.Situations.Select(situation => situation.Key)),
            ("$.materials", item.Materials.Select(material => material.Key)),
            ("$.form.sections", item.Form.Sections.Select(section => section.Key)),
            ("$.parts", item.Parts.Select(part => part.Key)),
            ("$.clocks.steps", item.Clocks.Steps.Select(step => step.Key)),
            ("$.fees", item.Fees.Select(fee => fee.Key)),
            ("$.refusals", item.Refusals.Select(refusal => refusal.Key)),
            ("$.scenarios", item.Scenarios.Select(scenario => scenario.Key)),
        ];
        foreach (var (at, keys) in lists)
            foreach (var group in keys.GroupBy(key => key))
            {
                if (!Key().IsMatch(group.Key)) yield return new LintFinding("L05", at, $"key-form {group.Key}");
                if (group.Skip(1).Any()) yield return new LintFinding("L05", at, $"key-repeated {group.Key}");
            }
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,39}$", RegexOptions.CultureInvariant)]
    private static partial Regex Key();
}
