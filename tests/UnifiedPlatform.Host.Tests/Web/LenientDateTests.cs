using UnifiedPlatform.Sdk.Web.Forms;

namespace UnifiedPlatform.Host.Tests.Web;

public sealed class LenientDateTests
{
    private static readonly DateOnly Today = new(2026, 9, 18);

    [Theory]
    [InlineData("2026-09-28")]
    [InlineData("20260928")]
    [InlineData("2026/9/28")]
    [InlineData("2026.9.28")]
    [InlineData("9.28")]
    [InlineData("9-28")]
    [InlineData("9月28日")]
    [InlineData("9月28")]
    [InlineData("2026年9月28日")]
    [InlineData("2026 年 9 月 28 日")]
    [InlineData("  2026-9-28 ")]
    [InlineData("２０２６－０９－２８")]
    public void A_date_is_read_as_people_type_it(string typed)
    {
        Assert.True(LenientDate.TryParse(typed, Today, out var day, out var fault));
        Assert.Equal(new DateOnly(2026, 9, 28), day);
        Assert.Null(fault);
    }

    [Theory]
    [InlineData("2026-02-30", DateFaultKind.NoSuchDay)]
    [InlineData("2025-02-29", DateFaultKind.NoSuchDay)]
    [InlineData("2026-04-00", DateFaultKind.NoSuchDay)]
    [InlineData("2026-13-01", DateFaultKind.NoSuchMonth)]
    [InlineData("13.1", DateFaultKind.NoSuchMonth)]
    [InlineData("17:30", DateFaultKind.Unreadable)]
    [InlineData("tomorrow", DateFaultKind.Unreadable)]
    [InlineData("", DateFaultKind.Unreadable)]
    [InlineData(null, DateFaultKind.Unreadable)]
    [InlineData("2026092", DateFaultKind.Unreadable)]
    [InlineData("0026-09-28", DateFaultKind.Unreadable)]
    [InlineData("28.09.2026", DateFaultKind.Unreadable)]
    public void What_is_no_date_is_refused_with_its_reason(string? typed, DateFaultKind kind)
    {
        Assert.False(LenientDate.TryParse(typed, Today, out _, out var fault));
        Assert.Equal(kind, fault!.Kind);
    }

    [Fact]
    public void A_leap_day_is_a_date() => Assert.True(LenientDate.TryParse("2028-2-29", Today, out _, out _));

    [Theory]
    [InlineData("zh-Hans", "2026-02-30", "2026年没有2月30日")]
    [InlineData("en", "2026-02-30", "There is no 30 Feb 2026")]
    [InlineData("zh-Hans", "2026-13-02", "没有13月，请核对")]
    public void The_sentence_repeats_what_is_impossible(string language, string typed, string sentence)
    {
        using var reader = new Reader(language);
        LenientDate.TryParse(typed, Today, out _, out var fault);

        Assert.Equal(sentence, fault!.In(reader.Texts));
    }
}
