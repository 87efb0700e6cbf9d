using System.Net;
using System.Text.Json;

namespace UnifiedPlatform.Story.Tests;

/// <summary>Rows 1.1 1.5 1.8 1.9 5.1 6.1 6.3 8.1 8.2: one case through four modules and a department without one, over the API, on both databases.</summary>
public sealed class OneCaseTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_case_goes_through_four_modules_and_the_volunteers_hours_reach_the_party(bool postgreSql)
    {
        await using var town = await Town.StartAsync(postgreSql);
        var (resident, who) = await town.ElderAsync();

        var opened = await town.AcceptAsync(resident, who);
        var number = opened.GetProperty("number").GetString()!;
        Assert.Equal("underReview", opened.GetProperty("state").GetString());
        Assert.Matches("^[0-9]{18}[0-9R][0-9]{5}$", number);

        await AssessAsync(town, number);
        var (volunteer, volunteerResident) = await PairAsync(town, number);
        await ContactAsync(town, number);
        await EligibilityAsync(town, number);

        var path = $"/m/one-window/api/cases/{number}";
        await town.Clerk.UntilAsync(path, view => view.GetProperty("state").GetString() == "deciding");
        await town.Decider.PostAsync($"{path}/actions", new { action = "decide", outcome = "granted" }, HttpStatusCode.OK);
        await town.Clerk.PostAsync($"{path}/actions", new { action = "issue" }, HttpStatusCode.OK);
        await town.Clerk.PostAsync($"{path}/actions", new { action = "deliver", method = "inPerson" }, HttpStatusCode.OK);
        var closed = await town.Clerk.PostAsync($"{path}/actions", new { action = "close" }, HttpStatusCode.OK);
        Assert.Equal("closed", closed.GetProperty("state").GetString());
        Assert.Equal("granted", closed.GetProperty("outcome").GetString());

        await HoursReachThePartyAsync(town, number, volunteer, volunteerResident);
        await NothingLeaksAsync(town);
    }

    private static async Task AssessAsync(Town town, string number)
    {
        var part = await PartAsync(town.SocialWorker, "/m/social-linkage/api/assessments", number);
        await town.SocialWorker.PostAsync($"/m/social-linkage/api/assessments/{part}/take", new { }, HttpStatusCode.NoContent);
        await town.SocialWorker.PostAsync(
            $"/m/social-linkage/api/assessments/{part}/answer",
            new { visitedOn = Today(), careLevel = "half", living = "alone", score = 55, suitable = true, hoursPerWeek = 4, services = new[] { "meal", "company" }, risks = new[] { "fall" } },
            HttpStatusCode.NoContent);
    }

    private static async Task<(Guid Volunteer, Guid Resident)> PairAsync(Town town, string number)
    {
        var part = await PartAsync(town.Organiser, "/m/volunteering/api/pairings", number);
        await town.Organiser.PostAsync($"/m/volunteering/api/pairings/{part}/take", new { }, HttpStatusCode.NoContent);
        var members = (await town.PartyOfficer.GetAsync("/m/party-building/api/members?limit=200")).GetProperty("items").EnumerateArray().Select(member => member.GetProperty("residentId").GetGuid()).ToHashSet();
        var volunteers = (await town.CommunityWorker.GetAsync("/m/volunteering/api/volunteers?limit=200")).GetProperty("items").EnumerateArray();
        var both = volunteers.First(volunteer => members.Contains(volunteer.GetProperty("residentId").GetGuid()));
        var volunteer = both.GetProperty("id").GetGuid();
        await town.Organiser.PostAsync($"/m/volunteering/api/pairings/{part}/answer", new { volunteerId = volunteer, since = Today(), hoursPerWeek = 4 }, HttpStatusCode.NoContent);
        return (volunteer, both.GetProperty("residentId").GetGuid());
    }

    private static async Task ContactAsync(Town town, string number)
    {
        var part = await PartAsync(town.PartyOfficer, "/m/party-building/api/contacts", number);
        await town.PartyOfficer.PostAsync($"/m/party-building/api/contacts/{part}/take", new { }, HttpStatusCode.NoContent);
        var member = (await town.PartyOfficer.GetAsync("/m/party-building/api/members?limit=1")).GetProperty("items")[0].GetProperty("id").GetGuid();
        await town.PartyOfficer.PostAsync($"/m/party-building/api/contacts/{part}/answer", new { memberId = member, since = Today(), visitsPerMonth = 2 }, HttpStatusCode.NoContent);
    }

    private static async Task EligibilityAsync(Town town, string number)
    {
        var path = $"/m/one-window/api/parts/{number}~eligibility~1/actions";
        await town.Eligibility.PostAsync(path, new { action = "take" }, HttpStatusCode.OK);
        await town.Eligibility.PostAsync(path, new { action = "answer", opinion = "agreed", result = new { checkedOn = Today() } }, HttpStatusCode.OK);
        await town.EligibilityHead.PostAsync(path, new { action = "answer", opinion = "agreed", result = new { checkedOn = Today() } }, HttpStatusCode.OK);
    }

    private static async Task HoursReachThePartyAsync(Town town, string number, Guid volunteer, Guid volunteerResident)
    {
        var proposed = await town.CommunityWorker.PostAsync(
            "/m/volunteering/api/hours",
            new { volunteerId = volunteer, startsAt = TimeProvider.System.GetUtcNow().AddHours(-3), minutes = 90, content = "陪同就医", caseNumber = number }, HttpStatusCode.Created);
        var hours = proposed.GetProperty("id").GetGuid();
        await town.Organiser.PostAsync($"/m/volunteering/api/hours/{hours}/actions", new { action = "confirm" }, HttpStatusCode.OK);
        await town.Organiser.PostAsync($"/m/volunteering/api/hours/{hours}/actions", new { action = "lock" }, HttpStatusCode.OK);

        var member = (await town.PartyOfficer.GetAsync("/m/party-building/api/members?limit=200")).GetProperty("items").EnumerateArray()
            .First(candidate => candidate.GetProperty("residentId").GetGuid() == volunteerResident).GetProperty("id").GetGuid();
        var minutes = await town.PartyOfficer.UntilAsync($"/m/party-building/api/members/{member}/minutes", list => list.GetProperty("items").GetArrayLength() > 0);

        var received = Assert.Single(minutes.GetProperty("items").EnumerateArray());
        Assert.Equal(90, received.GetProperty("minutes").GetInt32());
        Assert.Equal(number, received.GetProperty("caseNumber").GetString());
    }

    private static async Task NothingLeaksAsync(Town town)
    {
        var residents = Town.Residents();
        var values = residents.Select(resident => new SeededValue("id", resident.NationalId))
            .Concat(residents.Where(resident => resident.Phone is not null).Select(resident => new SeededValue("phone", resident.Phone!)))
            .Concat(residents.Where(resident => resident.Name.EnumerateRunes().Count() > 2).Select(resident => new SeededValue("name", resident.Name)))
            .ToArray();
        await town.Platform.StopAsync(TestContext.Current.CancellationToken);

        Assert.True(town.Leaks.Count > 200, "Too little was heard to say that nothing leaked.");
        Assert.Empty(town.Leaks.Find(values));
        Assert.Empty(LeakWatch.FindInFiles(town.Platform.Data, values.Where(value => value.Kind != "name")));
    }

    private static async Task<string> PartAsync(Api person, string desk, string number)
    {
        bool IsIt(JsonElement item) => item.GetProperty("part").GetString()!.StartsWith(number, StringComparison.Ordinal);
        var list = await person.UntilAsync(desk, answer => answer.GetProperty("items").EnumerateArray().Any(IsIt));
        return list.GetProperty("items").EnumerateArray().First(IsIt).GetProperty("part").GetString()!;
    }

    private static string Today() => TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
