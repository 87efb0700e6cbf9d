namespace UnifiedPlatform.Story.Tests;

/// <summary>What moved into the demo town through the front door.</summary>
public sealed class DemoTownTests
{
    [Fact]
    public async Task The_demo_has_an_activity_that_is_open_with_places_taken()
    {
        await using var town = await Town.StartAsync(postgreSql: false, 60);

        var activities = await town.Organiser.GetAsync("/m/volunteering/api/activities");

        var activity = Assert.Single(activities.GetProperty("items").EnumerateArray());
        Assert.Equal("published", activity.GetProperty("status").GetString());
        Assert.InRange(activity.GetProperty("taken").GetInt32(), 1, activity.GetProperty("places").GetInt32() - 1);
    }
}
