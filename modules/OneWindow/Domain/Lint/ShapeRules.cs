using System.Globalization;
using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.OneWindow.Domain.Signing;
using UnifiedPlatform.Sdk.Counter;

namespace UnifiedPlatform.OneWindow.Domain.Lint;

/// <summary>L01: what the document types alone cannot say about the shape.</summary>
internal static class ShapeRules
{
    private static readonly string[] Natures = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "20"];

    public static IEnumerable<LintFinding> Check(ServiceItem item)
    {
        var problems = new List<LintFinding>();
        void Unless(bool good, string at, string code)
        {
            if (!good) problems.Add(new LintFinding("L01", at, code));
        }

        Unless(item.Version >= 1, "$.version", "version-from-1");
        Unless(Natures.Contains(item.Catalogue.Nature), "$.catalogue.nature", "code-unknown");
        Unless(item.Catalogue.Level is [>= '1' and <= '7'], "$.catalogue.level", "code-unknown");
        Unless(item.Catalogue.Subjects.Count > 0 && item.Catalogue.Subjects.All(subject => subject is [>= '1' and <= '6']), "$.catalogue.subjects", "code-unknown");
        Unless(item.Catalogue.Channels.Count > 0 && item.Catalogue.Channels.All(channel => channel is "1" or "2" or "3" or "4" or "9"), "$.catalogue.channels", "code-unknown");
        Unless(item.Owner.Nature is "1" or "2" or "3" or "9", "$.owner.nature", "code-unknown");
        Unless(item.Owner.Org.Length == 4 && item.Owner.Org.All(char.IsAsciiDigit), "$.owner.org", "four-digits");
        Unless(item.Effective.To is null || item.Effective.To > item.Effective.From, "$.effective", "empty-range");
        Unless(item.Jurisdiction.Count > 0 && item.Jurisdiction[^1].When is null, "$.jurisdiction", "last-has-no-condition");
        Unless(item.Jurisdiction.All(rule => rule.Level is 6 or 9 or 12), "$.jurisdiction", "level-unknown");
        Unless(item.Decide.Outcomes.Count > 0, "$.decide.outcomes", "empty");
        Unless(item.Join.Rule != JoinRule.Count || item.Join.N is >= 1, "$.join.n", "missing");
        Unless((item.Kind == ItemKind.Bundle) == (item.Members is { Count: > 0 }), "$.members", "bundles-have-members");
        Unless(item.Rating.WindowDays > 0, "$.rating.windowDays", "positive");
        foreach (var question in item.Questions)
            Unless((question.Kind == QuestionKind.Yesno) == (question.Options is null or { Count: 0 }), $"$.questions.{question.Key}", "options-of-kind");
        foreach (var fee in item.Fees)
            Unless(decimal.TryParse(fee.Amount, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) && fee.Amount.IndexOf('.', StringComparison.Ordinal) == fee.Amount.Length - 3, $"$.fees.{fee.Key}", "two-decimals");
        foreach (var rule in item.Documents) Unless(IsTemplate(rule.Template), "$.documents", "template-name");
        foreach (var (limit, at) in Limits(item)) Unless(limit.N >= 1, at, "limit-from-1");
        foreach (var part in item.Parts) Unless(part.Sign is null || QuorumFits(part.Sign), $"$.parts.{part.Key}.sign", "quorum");
        Unless(item.Decide.Sign is null || QuorumFits(item.Decide.Sign), "$.decide.sign", "quorum");
        Unless(IsSchema(item.Form), "$.form.schema", "schema");
        return problems;
    }

    private static IEnumerable<(Limit, string)> Limits(ServiceItem item) =>
    [
        (item.Clocks.Promised.Limit, "$.clocks.promised"),
        .. item.Parts.Select(part => (part.Due, $"$.parts.{part.Key}.due")),
        .. new[] { item.Clocks.Statutory, item.Clocks.Notice, item.Clocks.Supplement, item.Clocks.Issue }.OfType<Clock>().Select(clock => (clock.Limit, "$.clocks")),
    ];

    private static bool IsTemplate(string name) => name.Split('@') is [{ Length: > 0 }, var version] && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= 1;

    private static bool QuorumFits(Sign sign) => sign switch
    {
        Sign.Quorum quorum => quorum.Needed >= 1 && quorum.Needed <= quorum.Of.Count && quorum.Of.All(QuorumFits),
        Sign.All all => all.Of.All(QuorumFits),
        Sign.Any any => any.Of.All(QuorumFits),
        Sign.Sequence sequence => sequence.Of.All(QuorumFits),
        _ => true,
    };

    private static bool IsSchema(Form form)
    {
        try
        {
            return JsonShape.Parse(form.Schema).Type == "object";
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
