using UnifiedPlatform.Host.Residents.Divisions;

namespace UnifiedPlatform.Host.Tests.Residents;

public sealed class RegionsTests
{
    private static readonly Regions Divisions = Regions.Shipped;

    [Fact]
    public void The_town_hangs_in_its_county_city_and_province() =>
        Assert.Equal(["安徽省", "安庆市", "怀宁县", "高河镇", "凌桥居委会"], Divisions.Path("340822100002").Select(r => r.Name));

    [Fact]
    public void The_county_has_its_towns_and_the_town_its_communities()
    {
        Assert.Equal(20, Divisions.Children("340822").Count);
        Assert.Equal(24, Divisions.Children("340822100").Count);
        Assert.Equal(31, Divisions.Children("").Count);
    }

    [Theory]
    [InlineData("凌桥", "340822100002")]
    [InlineData("凌桥社区", "340822100002")]
    [InlineData(" 凌桥居委会 ", "340822100002")]
    [InlineData("查湾村", "340822100204")]
    [InlineData("nowhere", null)]
    [InlineData("", null)]
    public void A_community_is_found_by_the_names_people_use(string name, string? code) => Assert.Equal(code, Divisions.FindCommunity("340822100", name)?.Code);

    [Fact]
    public void An_unknown_code_is_no_region()
    {
        Assert.Null(Divisions.Find("999999"));
        Assert.Empty(Divisions.Path("99"));
    }
}
