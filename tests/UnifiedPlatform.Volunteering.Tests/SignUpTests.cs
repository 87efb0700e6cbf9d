using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Volunteering.Activities;
using UnifiedPlatform.Volunteering.Data;

namespace UnifiedPlatform.Volunteering.Tests;

public sealed class SignUpTests
{
    private static readonly DateTimeOffset Tomorrow = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);

    [Theory]
    [MemberData(nameof(Bench.Kinds), MemberType = typeof(Bench))]
    public async Task A_race_for_the_last_places_gives_each_place_once(DatabaseKind kind)
    {
        const int Places = 3, Runners = 12;
        await using var bench = await Bench.OpenAsync(kind);
        var activity = await bench.ActivityAsync(Places, Tomorrow);
        var volunteers = new List<Guid>();
        for (var i = 0; i < Runners; i++) volunteers.Add(await bench.VolunteerAsync(i));

        var outcomes = await Task.WhenAll(volunteers.Select(volunteer => Task.Run(() => bench.SignUpAsync(activity, volunteer), Bench.Cancelled)));

        Assert.Equal(Places, outcomes.Count(code => code is null));
        Assert.Equal(Runners - Places, outcomes.Count(code => code == "volunteering.activity-full"));
        Assert.Equal((Places, Places), await bench.RunAsync(async services =>
        {
            var database = services.GetRequiredService<VolunteeringDbContext>();
            return (await database.Activities.Select(x => x.Taken).SingleAsync(Bench.Cancelled), await database.SignUps.CountAsync(Bench.Cancelled));
        }));
    }

    [Theory]
    [MemberData(nameof(Bench.Kinds), MemberType = typeof(Bench))]
    public async Task A_volunteer_in_two_activities_at_once_is_refused_even_in_a_race(DatabaseKind kind)
    {
        await using var bench = await Bench.OpenAsync(kind);
        var volunteer = await bench.VolunteerAsync(1);
        Guid[] activities = [await bench.ActivityAsync(5, Tomorrow), await bench.ActivityAsync(5, Tomorrow.AddHours(1)), await bench.ActivityAsync(5, Tomorrow.AddMinutes(30))];

        var outcomes = await Task.WhenAll(activities.Select(activity => Task.Run(() => bench.SignUpAsync(activity, volunteer), Bench.Cancelled)));

        Assert.Single(outcomes, code => code is null);
        Assert.Equal(2, outcomes.Count(code => code == "volunteering.overlap"));
    }

    [Fact]
    public async Task The_database_itself_refuses_one_place_too_many()
    {
        await using var bench = await Bench.OpenAsync(DatabaseKind.Sqlite);
        var activity = await bench.ActivityAsync(1, Tomorrow);

        await Assert.ThrowsAnyAsync<Exception>(() => bench.RunAsync(async services =>
            await services.GetRequiredService<VolunteeringDbContext>().Activities.Where(x => x.Id == activity).ExecuteUpdateAsync(x => x.SetProperty(y => y.Taken, 2), Bench.Cancelled)));
    }

    [Fact]
    public async Task A_place_given_back_is_free_again()
    {
        await using var bench = await Bench.OpenAsync(DatabaseKind.Sqlite);
        var (first, second, activity) = (await bench.VolunteerAsync(1), await bench.VolunteerAsync(2), await bench.ActivityAsync(1, Tomorrow));

        Assert.Null(await bench.SignUpAsync(activity, first));
        Assert.Equal("volunteering.signed-up-already", await bench.SignUpAsync(activity, first));
        Assert.Equal("volunteering.activity-full", await bench.SignUpAsync(activity, second));
        Assert.Null(await bench.RunAsync(async services => (await services.GetRequiredService<SignUpVolunteer>().RemoveAsync(activity, first, Bench.Cancelled))?.Code));
        Assert.Null(await bench.SignUpAsync(activity, second));
    }

    [Fact]
    public async Task An_activity_in_preparation_takes_nobody()
    {
        await using var bench = await Bench.OpenAsync(DatabaseKind.Sqlite);

        Assert.Equal("volunteering.activity-closed", await bench.SignUpAsync(await bench.ActivityAsync(1, Tomorrow, publish: false), await bench.VolunteerAsync(1)));
    }
}
