using UnifiedPlatform.Sdk.Web;

namespace UnifiedPlatform.Host.Tests.Web;

public sealed class FormatsTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly DateTimeOffset Now = new(2026, 9, 18, 1, 42, 0, TimeSpan.Zero); // 09:42 in Shanghai

    [Theory]
    [InlineData("zh-Hans", "2026-09-24", "9月24日 周四")]
    [InlineData("en", "2026-09-24", "Thu 24 Sep")]
    [InlineData("zh-Hans", "2025-12-04", "2025年12月4日")]
    [InlineData("en", "2025-12-04", "4 Dec 2025")]
    public void A_date_says_its_weekday_this_year_and_its_year_otherwise(string language, string day, string shown)
    {
        using var reader = new Reader(language);

        Assert.Equal(shown, new Formats(reader.Texts, Shanghai, Now).Day(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("zh-Hans", 0, "今天09:42")]
    [InlineData("zh-Hans", -10, "昨天23:42")]
    [InlineData("zh-Hans", -72, "9月15日 09:42")]
    [InlineData("en", -72, "15 Sep, 09:42")]
    [InlineData("en", 0, "Today, 09:42")]
    [InlineData("zh-Hans", -24 * 300, "2025年11月22日 09:42")]
    public void A_moment_is_told_in_the_business_time_zone(string language, int hours, string shown)
    {
        using var reader = new Reader(language);

        Assert.Equal(shown, new Formats(reader.Texts, Shanghai, Now).Moment(Now.AddHours(hours)));
    }

    [Theory]
    [InlineData("zh-Hans", 19, "19毫秒")]
    [InlineData("en", 19, "19 ms")]
    [InlineData("zh-Hans", 8_000, "8秒")]
    [InlineData("en", 10_800_000, "3 h")]
    [InlineData("zh-Hans", 10_800_000, "3小时")]
    public void A_duration_takes_its_largest_fitting_unit(string language, int milliseconds, string shown)
    {
        using var reader = new Reader(language);

        Assert.Equal(shown, new Formats(reader.Texts, Shanghai, Now).Duration(TimeSpan.FromMilliseconds(milliseconds)));
    }

    [Fact]
    public void Limits_money_and_numbers_read_as_on_paper()
    {
        using var reader = new Reader("zh-Hans");
        var formats = new Formats(reader.Texts, Shanghai, Now);

        Assert.Equal(["剩3个工作日", "剩1个工作日", "今天到期", "超承诺3日", "超法定1日", "待2027年日历导入后确定", "1,260.00元", "8,012"],
            [formats.DaysLeft(3), formats.DaysLeft(1), formats.DaysLeft(0), formats.DaysOver(3, law: false), formats.DaysOver(1, law: true), formats.CalendarMissing(2027), formats.Money(1260), Formats.Number(8012)]);
        Assert.Equal("2026-09-18T09:42:00+08:00", formats.Machine(Now));
    }
}
