using System.Globalization;
using System.Text;
using UnifiedPlatform.Host.Residents.Demo;

namespace UnifiedPlatform.Host.Demo;

/// <summary>Import files of the demo town, in the columns of the modules' own templates. Some people are in two of them: one person, several roles.</summary>
internal static class DemoFiles
{
    private static readonly string[] Branches = ["001.001.001", "001.002", "001.003"];
    private static readonly string[] Skills = ["company", "meal", "clean", "medical", "bath"];

    public static string Members(IReadOnlyList<DemoResident> adults, DateOnly today) => File(
        "national_id,organisation_code,joined_on,confirmed_on",
        Every(adults, 5, 0).Take(14).Select((person, i) => $"{person.NationalId},{Branches[i % Branches.Length]},{Day(today.AddYears(-3 - i))},{Day(today.AddYears(-2 - i))}"));

    // Every third of the members' fifth is a volunteer too.
    public static string Volunteers(IReadOnlyList<DemoResident> adults) => File(
        "national_id,community,skills,free_hours",
        Every(adults, 15, 0).Take(6).Concat(Every(adults, 5, 2).Take(12)).Select((person, i) => $"{person.NationalId},{person.Region},{Skills[i % Skills.Length]}、{Skills[(i + 2) % Skills.Length]},{2 + (i % 7)}"));

    public static string Workers(IReadOnlyList<DemoResident> adults, DateOnly today) => File(
        "national_id,qualification,community,registered_until",
        Every(adults, 5, 4).Take(4).Select((person, i) => $"{person.NationalId},{(i % 2 == 0 ? "socialWorker" : "assistant")},{person.Region},{Day(today.AddMonths(2 + (i * 9)))}"));

    public static string SocialOrganisations(DateOnly today) => File(
        "uscc,name,region,licence_until",
        [
            $"52340822MJA000016K,高河镇邻里社会工作服务中心,{DemoOrganisations.Gaohe},{Day(today.AddMonths(1))}",
            $"51340822500000015T,怀宁县社区志愿服务协会,{DemoOrganisations.Town},{Day(today.AddYears(3))}",
        ]);

    private static IEnumerable<DemoResident> Every(IReadOnlyList<DemoResident> people, int step, int from) => people.Where((_, i) => i % step == from);

    private static string File(string header, IEnumerable<string> rows) => new StringBuilder(header).Append("\r\n").AppendJoin("\r\n", rows).Append("\r\n").ToString();

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
