using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Story.Tests;

/// <summary>Two browsers change one record: the second is told, keeps what was typed, and overwrites nothing.</summary>
public sealed class LostUpdateTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_second_of_two_browsers_is_told_keeps_its_words_and_overwrites_nothing()
    {
        await using var town = await Town.StartAsync(postgreSql: false, residents: 30);

        var party = await FirstAsync(town.PartyOfficer, "/m/party-building/api/organisations");
        await TwoEditAsync(town, "party-officer", $"/m/party-building/organisations/{party}", $"/m/party-building/organisations/{party}", "name", "凌桥社区第一支部委员会", "凌桥社区第二支部委员会");

        var social = await FirstAsync(town.SocialWorker, "/m/social-linkage/api/organisations");
        await TwoEditAsync(town, "social-worker", $"/m/social-linkage/organisations/{social}", $"/m/social-linkage/organisations/{social}/actions", "until", "2031-03-01", "2032-04-02", new() { ["action"] = "renew" });
    }

    private static async Task TwoEditAsync(Town town, string user, string page, string action, string field, string first, string second, Dictionary<string, string>? always = null)
    {
        // Two windows of one person: two sessions are allowed.
        using var one = await DemoBrowser.SignInAsync(town.Platform, user, Cancelled);
        using var other = await DemoBrowser.SignInAsync(town.Platform, user, Cancelled);
        var (seenByOne, seenByOther) = (await one.PageAsync(page, Cancelled), await other.PageAsync(page, Cancelled));

        using var typedByOne = Filled(seenByOne, action, new(always ?? []) { [field] = first });
        using var typedByOther = Filled(seenByOther, action, new(always ?? []) { [field] = second });
        using var saved = await one.PostAsync(action, typedByOne, Cancelled);
        using var refused = await other.PostAsync(action, typedByOther, Cancelled);

        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var told = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Cancelled));
        Assert.Contains("别人刚改过这条记录", told, StringComparison.Ordinal);
        Assert.Matches($"<input[^>]*name=\"{field}\"[^>]*value=\"{Regex.Escape(second)}\"|value=\"{Regex.Escape(second)}\"[^>]*name=\"{field}\"", told);
        Assert.Contains(first, WebUtility.HtmlDecode(await one.PageAsync(page, Cancelled)), StringComparison.Ordinal);
        Assert.DoesNotContain(second, WebUtility.HtmlDecode(await one.PageAsync(page, Cancelled)), StringComparison.Ordinal);
    }

    private static FormUrlEncodedContent Filled(string page, string action, Dictionary<string, string> typed)
    {
        var sent = DemoBrowser.HiddenFields(page, action);
        foreach (var (name, value) in typed) sent[name] = value;
        return new FormUrlEncodedContent(sent);
    }

    private static async Task<Guid> FirstAsync(Api person, string path)
    {
        var list = await person.GetAsync(path);
        var items = list.ValueKind == JsonValueKind.Array ? list : list.GetProperty("items");
        return items[items.GetArrayLength() - 1].GetProperty("id").GetGuid();
    }
}
