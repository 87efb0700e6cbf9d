using System.Text.Json;
using UnifiedPlatform.Sdk.Domain;

namespace UnifiedPlatform.Sdk.Tests.Domain;

public sealed class RegionAndGridTests
{
    [Fact]
    public void A_community_knows_every_level_above_it()
    {
        var community = RegionCode.Parse("340822100001", null);

        Assert.Equal(["34", "3408", "340822", "340822100", "340822100001"], community.Path.Select(x => x.Value));
        Assert.Equal(RegionLevel.Community, community.Level);
        Assert.Equal("340822100", community.Parent!.Value.Value);
        Assert.Null(RegionCode.Parse("34", null).Parent);
        Assert.Null(RegionCode.Parse("340822", null).At(RegionLevel.Town));
    }

    [Fact]
    public void A_division_contains_what_begins_with_its_code()
    {
        var county = RegionCode.Parse("340822", null);

        Assert.True(county.Contains(RegionCode.Parse("340822100001", null)));
        Assert.True(county.Contains(county));
        Assert.False(county.Contains(RegionCode.Parse("3408", null)));
        Assert.False(default(RegionCode).Contains(county));
    }

    [Fact]
    public void A_city_without_counties_keeps_its_towns() => Assert.Equal("4419", RegionCode.Parse("441900003", null).At(RegionLevel.City)!.Value.Value);

    [Theory]
    [InlineData("", InputProblem.Missing, null)]
    [InlineData("34082", InputProblem.Length, null)]
    [InlineData("3408221000012", InputProblem.Length, null)]
    [InlineData("34082X", InputProblem.Character, 6)]
    [InlineData("340822１00", InputProblem.FullWidth, 7)]
    [InlineData("340822000000", InputProblem.Padded, 10)]
    [InlineData("340822100000", InputProblem.Padded, 10)]
    [InlineData("340822000", InputProblem.Padded, 7)]
    [InlineData("00", InputProblem.Padded, 1)]
    public void A_wrong_region_says_what_is_wrong_and_where(string typed, InputProblem problem, int? position)
    {
        Assert.False(RegionCode.TryParse(typed, out _, out var fault));
        Assert.Equal((problem, position), (fault.Problem, fault.Position));
        Assert.Contains(fault.Key, InputFault.Keys);
    }

    [Fact]
    public void A_grid_is_community_type_and_serial()
    {
        var grid = GridCode.Create(RegionCode.Parse("340822100001", null), dedicated: true, 7);

        Assert.Equal("3408221000011007", grid.Value);
        Assert.Equal(grid, JsonSerializer.Deserialize<GridCode>(JsonSerializer.Serialize(grid)));
        Assert.Equal(("340822100001", true, 7), (grid.Community.Value, grid.Dedicated, grid.Serial));
    }

    [Theory]
    [InlineData("", InputProblem.Missing, null)]
    [InlineData("340822100001100", InputProblem.Length, null)]
    [InlineData("3408221000012007", InputProblem.Character, 13)]
    [InlineData("3408221000010000", InputProblem.Padded, 14)]
    [InlineData("3408221000000001", InputProblem.Padded, 10)]
    public void A_wrong_grid_says_what_is_wrong_and_where(string typed, InputProblem problem, int? position)
    {
        Assert.False(GridCode.TryParse(typed, out _, out var fault));
        Assert.Equal((problem, position), (fault.Problem, fault.Position));
        Assert.Contains(fault.Key, InputFault.Keys);
    }
}
