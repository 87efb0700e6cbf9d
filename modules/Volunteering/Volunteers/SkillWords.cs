using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Sdk.Web.Components;

namespace UnifiedPlatform.Volunteering.Volunteers;

internal static class SkillWords
{
    public static string Of(IEnumerable<Skill> skills, ITexts texts) => string.Join(texts[Keys.ListSeparator], skills.Select(skill => texts["skill." + SkillSet.Code(skill)]));

    public static IReadOnlyList<Option> Options(ITexts texts) => [.. Enum.GetValues<Skill>().Select(skill => new Option(SkillSet.Code(skill), texts["skill." + SkillSet.Code(skill)]))];
}
