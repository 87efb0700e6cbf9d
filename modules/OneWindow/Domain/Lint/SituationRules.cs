using System.Text.Json;
using UnifiedPlatform.OneWindow.Domain.Expressions;
using UnifiedPlatform.OneWindow.Domain.Items;

namespace UnifiedPlatform.OneWindow.Domain.Lint;

/// <summary>L13: for every combination of answers exactly one situation holds.</summary>
internal static class SituationRules
{
    private const int MaxCombinations = 10_000;

    public static IEnumerable<LintFinding> Check(ServiceItem item)
    {
        if (item.Situations.Count == 0) return [];
        var answers = item.Questions.Select(question => (question.Key, Answers: AnswersOf(question))).ToList();
        if (answers.Aggregate(1L, (count, question) => Math.Min(count * question.Answers.Count, MaxCombinations + 1L)) > MaxCombinations)
            return [new LintFinding("L13", "$.questions", "too-many-combinations")];
        return Combinations(answers).Select(combination => Judge(item, combination)).OfType<LintFinding>().Take(1);
    }

    private static LintFinding? Judge(ServiceItem item, Dictionary<string, JsonElement> combination)
    {
        var inputs = new Inputs(item.Effective.From) { Questions = combination };
        var holding = item.Situations.Where(situation => situation.When.Satisfied(inputs)).Select(situation => situation.Key).ToList();
        var said = string.Join(' ', combination.Select(answer => $"{answer.Key}={answer.Value.GetRawText()}"));
        return holding.Count switch
        {
            0 => new LintFinding("L13", "$.situations", $"not-exhaustive {said}"),
            1 => null,
            _ => new LintFinding("L13", "$.situations", $"not-exclusive {string.Join(' ', holding)}: {said}"),
        };
    }

    private static List<JsonElement> AnswersOf(Question question) => question.Kind switch
    {
        QuestionKind.Yesno => [Json(true), Json(false)],
        QuestionKind.One => [.. (question.Options ?? []).Select(option => Json(option.Key))],
        _ => [.. Subsets([.. (question.Options ?? []).Select(option => option.Key)]).Select(Json)],
    };

    private static IEnumerable<string[]> Subsets(string[] keys)
    {
        var count = Math.Min(1L << Math.Min(keys.Length, 30), MaxCombinations + 1L);
        for (var bits = 0L; bits < count; bits++) yield return [.. keys.Where((_, i) => (bits >> i & 1) == 1)];
    }

    private static IEnumerable<Dictionary<string, JsonElement>> Combinations(List<(string Key, List<JsonElement> Answers)> questions)
    {
        IEnumerable<Dictionary<string, JsonElement>> all = [[]];
        foreach (var (key, answers) in questions)
            all = all.SelectMany(before => answers.Select(answer => new Dictionary<string, JsonElement>(before) { [key] = answer }));
        return all;
    }

    private static JsonElement Json(object? value) => JsonSerializer.SerializeToElement(value, ItemReader.Options);
}
