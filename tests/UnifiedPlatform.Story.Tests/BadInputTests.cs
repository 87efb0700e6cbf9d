using System.Net;
using System.Text.Json;

namespace UnifiedPlatform.Story.Tests;

/// <summary>Rows 2.7 2.8 11.1: what the counter answers when it is asked twice, too early, or by somebody else.</summary>
public sealed class BadInputTests
{
    [Fact]
    public async Task The_counter_refuses_precisely_and_never_opens_a_case_twice()
    {
        await using var town = await Town.StartAsync(postgreSql: false);
        var (resident, who) = await town.ElderAsync();

        var number = await A_repeated_post_gets_the_first_answer(town, resident, who);
        await The_same_key_with_another_body_is_refused(town, resident, who);
        await An_action_in_the_wrong_state_says_what_is_possible(town, number);
        await A_missing_permission_is_403_and_a_case_out_of_scope_404(town, number, resident, who);
        await Missing_papers_and_unknown_members_are_named(town, resident, who);
    }

    private const string Key = "0199aaaa-0000-7000-8000-000000000001";

    private static async Task<string> A_repeated_post_gets_the_first_answer(Town town, Guid resident, Host.Residents.Demo.DemoResident who)
    {
        var first = await town.AcceptAsync(resident, who, Key);
        var twins = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => town.Clerk.PostAsync("/m/one-window/api/cases", Town.Application(resident, who), HttpStatusCode.Created, Key)));

        var number = first.GetProperty("number").GetString()!;
        Assert.All(twins, twin => Assert.Equal(number, twin.GetProperty("number").GetString()));
        return number;
    }

    private static async Task The_same_key_with_another_body_is_refused(Town town, Guid resident, Host.Residents.Demo.DemoResident who)
    {
        var refused = await town.Clerk.PostAsync("/m/one-window/api/cases", Town.Application(resident, who, care: "full"), HttpStatusCode.UnprocessableEntity, Key);
        Assert.Equal("idempotency.key-reused", refused.GetProperty("code").GetString());
    }

    private static async Task An_action_in_the_wrong_state_says_what_is_possible(Town town, string number)
    {
        var refused = await town.Decider.PostAsync($"/m/one-window/api/cases/{number}/actions", new { action = "decide", outcome = "granted" }, HttpStatusCode.Conflict);
        Assert.Equal("one-window.action-not-allowed", refused.GetProperty("code").GetString());
        Assert.Equal("underReview", refused.GetProperty("state").GetString());
        Assert.Equal(JsonValueKind.Array, refused.GetProperty("possible").ValueKind);
    }

    private static async Task A_missing_permission_is_403_and_a_case_out_of_scope_404(Town town, string number, Guid resident, Host.Residents.Demo.DemoResident who)
    {
        await town.PartyOfficer.PostAsync("/m/one-window/api/cases", Town.Application(resident, who), HttpStatusCode.Forbidden);
        await town.Clerk.GetAsync("/m/one-window/api/cases/340822000120260101000009", HttpStatusCode.NotFound);
        using var nobody = new Api(town.Platform.Anonymous());
        await nobody.GetAsync($"/m/one-window/api/cases/{number}", HttpStatusCode.Unauthorized);
    }

    private static async Task Missing_papers_and_unknown_members_are_named(Town town, Guid resident, Host.Residents.Demo.DemoResident who)
    {
        var complete = JsonSerializer.SerializeToElement(Town.Application(resident, who));
        var papers = complete.EnumerateObject().ToDictionary(member => member.Name, member => (object)member.Value);
        papers["materials"] = new { };
        var missing = await town.Clerk.PostAsync("/m/one-window/api/cases", papers, HttpStatusCode.UnprocessableEntity);
        Assert.Equal("one-window.materials-missing", missing.GetProperty("code").GetString());

        papers["unknownMember"] = 1;
        await town.Clerk.PostAsync("/m/one-window/api/cases", papers, HttpStatusCode.BadRequest);
    }
}
