using System.Net;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Story.Tests;

/// <summary>What a clerk typed outlives a refusal: on the page, and on the server for a reload or another desk.</summary>
public sealed class TypedTextTests
{
    private const string Words = "右腿术后行动不便";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_refused_acceptance_takes_nothing_that_was_typed(bool postgreSql)
    {
        await using var town = await Town.StartAsync(postgreSql, 40);
        var (resident, _) = await town.ElderAsync();
        var page = $"/m/one-window/cases/new?resident={resident:D}";
        var typed = new Dictionary<string, string>
        {
            ["item"] = "home-care-visit", ["do"] = "accept", ["who"] = "self", ["q-living"] = "alone", ["f-care"] = "half", ["f-hours"] = "4", ["f-illness"] = Words, ["_key"] = Guid.CreateVersion7().ToString(), ["_facts"] = "",
        };
        using var clerk = await DemoBrowser.SignInAsync(town.Platform, "clerk", Cancelled);
        await clerk.PageAsync($"{page}&item=home-care-visit", Cancelled);

        using (var refused = await clerk.SubmitAsync(page, page, typed, Cancelled))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Contains(Words, await refused.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
        }
        using var elsewhere = await DemoBrowser.SignInAsync(town.Platform, "clerk", Cancelled);
        Assert.Contains(Words, await elsewhere.PageAsync(page, Cancelled), StringComparison.Ordinal);

        Assert.Contains(page, await elsewhere.PageAsync("/residents", Cancelled), StringComparison.Ordinal);

        typed["q-disabled"] = "no";
        typed["material-id"] = "received";
        using var accepted = await elsewhere.SubmitAsync(page, page, typed, Cancelled);
        using var again = await elsewhere.SubmitAsync(page, page, typed, Cancelled);

        Assert.Equal(HttpStatusCode.SeeOther, accepted.StatusCode);
        Assert.Equal(accepted.Headers.Location, again.Headers.Location);
        Assert.DoesNotContain(Words, await elsewhere.PageAsync($"{page}&item=home-care-visit", Cancelled), StringComparison.Ordinal);
    }
}
