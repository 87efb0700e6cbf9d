using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using UnifiedPlatform.Host.Residents.Demo;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Story.Tests;

/// <summary>A demo town and the people who work in it, each with an API key of the role.</summary>
internal sealed class Town : IAsyncDisposable
{
    private readonly Dictionary<string, Api> _people = new(StringComparer.Ordinal);

    private Town(TestPlatform platform, LeakWatch leaks) => (Platform, Leaks) = (platform, leaks);

    public TestPlatform Platform { get; }

    public LeakWatch Leaks { get; }

    public Api Clerk => Person("clerk");

    public Api SocialWorker => Person("social-worker");

    public Api PartyOfficer => Person("party-officer");

    public Api Organiser => Person("volunteer-organiser");

    public Api CommunityWorker => Person("community-worker");

    public Api Eligibility => Person("civil-affairs");

    public Api EligibilityHead => Person("civil-affairs-head");

    public Api Decider => Person("civil-affairs-decider");

    public Api Administrator => Person("administrator");

    public static async Task<Town> StartAsync(bool postgreSql, int residents = 80)
    {
        Assert.SkipWhen(postgreSql && !TestDatabase.Available, TestDatabase.SkipReason);
        var leaks = new LeakWatch();
        var platform = await TestPlatform.StartAsync(
            new TestPlatformOptions { PostgreSql = postgreSql, Residents = residents, Configure = builder => builder.Logging.AddProvider(leaks) }, TestContext.Current.CancellationToken);
        return new Town(platform, leaks);
    }

    public static IReadOnlyList<DemoResident> Residents(int count = 80) => [.. DemoTown.People(count, DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date))];

    /// <summary>An elder of the town, found as a clerk finds one: name and the last four of the id.</summary>
    public async Task<(Guid Id, DemoResident Resident)> ElderAsync(int skip = 0)
    {
        var elder = Residents().Where(resident => resident.Birth < new DateOnly(1956, 1, 1) && resident.Phone is not null).Skip(skip).First();
        var found = await Clerk.PostAsync("/api/residents/search", new { q = $"{elder.Name} {elder.NationalId[^4..]}" }, HttpStatusCode.OK);
        var items = found.GetProperty("items");
        Assert.Equal(1, items.GetArrayLength());
        return (items[0].GetProperty("id").GetGuid(), elder);
    }

    public async Task<JsonElement> AcceptAsync(Guid resident, DemoResident who, string? key = null) =>
        await Clerk.PostAsync("/m/one-window/api/cases", Application(resident, who), HttpStatusCode.Created, key);

    public static object Application(Guid resident, DemoResident who, string care = "half") => new
    {
        item = "home-care-visit",
        resident,
        answers = new { living = "alone", disabled = false },
        form = new { phone = who.Phone, address = $"{who.Road}{who.Number}", care, hours = 4 },
        materials = new { id = "given" },
    };

    public Api Person(string name)
    {
        if (!_people.TryGetValue(name, out var person)) _people[name] = person = new Api(Platform.ClientFor(name));
        return person;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in _people.Values) person.Dispose();
        await Platform.DisposeAsync();
        Leaks.Dispose();
    }
}
