using UnifiedPlatform.OneWindow.Domain.Expressions;
using UnifiedPlatform.OneWindow.Domain.Items;

namespace UnifiedPlatform.OneWindow.Domain.Lint;

/// <summary>L07: every condition type-checks and names only what exists and is known at its moment.</summary>
internal static class ConditionRules
{
    public static IEnumerable<LintFinding> Check(ServiceItem item)
    {
        IEnumerable<(string At, Expr? When, ItemTypes Types)> conditions =
        [
            ("$.who", item.Who, ItemTypes.For(item, Root.Resident)),
            .. item.Situations.Select(situation => ($"$.situations.{situation.Key}.when", (Expr?)situation.When, ItemTypes.For(item, Root.Question))),
            .. item.Materials.Select(material => ($"$.materials.{material.Key}.required", (Expr?)material.Required.When, ItemTypes.For(item, Root.Question, Root.Resident, Root.Form))),
            .. item.Form.Sections.Select(section => ($"$.form.sections.{section.Key}.when", section.When, ItemTypes.For(item, Root.Question, Root.Resident, Root.Form))),
            .. item.Parts.Select(part => ($"$.parts.{part.Key}.when", part.When, ItemTypes.For(item, Root.Question, Root.Resident, Root.Form, Root.Part) with { Reachable = Reach(item, part) })),
            ("$.decide.suggest", item.Decide.Suggest, ItemTypes.For(item, Root.Question, Root.Resident, Root.Form, Root.Part)),
            .. item.Fees.SelectMany(fee => new[] { ($"$.fees.{fee.Key}.when", fee.When, Submission(item)), ($"$.fees.{fee.Key}.waive", fee.Waive, Submission(item)) }),
            .. item.Jurisdiction.Select((rule, i) => ($"$.jurisdiction[{i}].when", rule.When, Submission(item))),
        ];
        return conditions
            .Where(condition => condition.When is not null)
            .SelectMany(condition => TypeCheck.Problems(condition.When!, condition.Types).Select(problem => new LintFinding("L07", condition.At, problem))); // filtered above
    }

    /// <summary>Parts whose answers exist for sure when the part begins.</summary>
    internal static HashSet<string> Reach(ServiceItem item, Part part)
    {
        var (reached, open) = (new HashSet<string>(), new Stack<string>(part.Needs));
        while (open.TryPop(out var need))
            if (reached.Add(need) && item.FindPart(need) is { } before)
                foreach (var further in before.Needs) open.Push(further);
        return reached;
    }

    private static ItemTypes Submission(ServiceItem item) => ItemTypes.For(item, Root.Question, Root.Resident, Root.Form);
}
