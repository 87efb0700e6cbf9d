namespace UnifiedPlatform.Host.Demo;

/// <summary>Organisations and an activity of the demo town, in the wire shape of the modules' own endpoints.</summary>
internal static class DemoOrganisations
{
    public const string Town = "340822100";
    public const string Gaohe = "340822100001";
    public const string Lingqiao = "340822100002";
    public const string Xinshan = "340822100003";

    public static IEnumerable<object> Party(DateOnly today) =>
    [
        new { code = "001", type = "committee", name = "高河镇委员会", region = Town, termEndsOn = today.AddYears(2) },
        new { code = "001.001", type = "generalBranch", name = "高河社区总支部", region = Gaohe, parentCode = "001", termEndsOn = today.AddMonths(2) },
        new { code = "001.001.001", type = "branch", name = "高河社区第一支部", region = Gaohe, parentCode = "001.001", termEndsOn = today.AddYears(1) },
        new { code = "001.002", type = "branch", name = "凌桥社区支部", region = Lingqiao, parentCode = "001", termEndsOn = today.AddDays(-20) },
        new { code = "001.003", type = "branch", name = "新山社区支部", region = Xinshan, parentCode = "001", termEndsOn = today.AddMonths(18) },
    ];

    public static object Activity(DateOnly today, TimeZoneInfo zone)
    {
        var day = today.AddDays(7).ToDateTime(new TimeOnly(9, 0));
        var starts = new DateTimeOffset(day, zone.GetUtcOffset(day)).ToUniversalTime();
        return new { title = "陪老人办健康卡", place = "高河社区服务站", region = Gaohe, startsAt = starts, endsAt = starts.AddHours(3), places = 8 };
    }
}
