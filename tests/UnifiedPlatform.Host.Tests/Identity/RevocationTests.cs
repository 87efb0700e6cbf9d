using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Host.Identity.Accounts;
using UnifiedPlatform.Host.Identity.Data;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Host.Tests.Identity;

public sealed class RevocationTests(QuietTown town) : IClassFixture<QuietTown>
{
    private const string Guarded = "/api/admin/accounts";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_request_started_after_a_revocation_was_acknowledged_succeeds()
    {
        using var client = town.Platform.ClientFor("administrator");
        var account = await town.AccountAsync("key-administrator", Cancelled);
        var revoked = false;
        var late = new ConcurrentBag<HttpStatusCode>();
        var started = new SemaphoreSlim(0);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var stream = Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                var afterwards = Volatile.Read(ref revoked);
                using var answer = await client.GetAsync(new Uri(Guarded, UriKind.Relative), Cancelled);
                started.Release();
                if (afterwards) late.Add(answer.StatusCode);
                if (late.Count > 100) return;
            }
        }, Cancelled)).ToArray();
        for (var i = 0; i < 50; i++) await started.WaitAsync(Cancelled);

        Assert.Null(await town.AdministerAsync((accounts, token) => accounts.SetActiveAsync(account, false, token), Cancelled));
        Volatile.Write(ref revoked, true);
        await Task.WhenAll(stream);

        Assert.All(late, status => Assert.Equal(HttpStatusCode.Unauthorized, status));
        Assert.Null(await town.AdministerAsync((accounts, token) => accounts.SetActiveAsync(account, true, token), Cancelled));
        using var again = await client.GetAsync(new Uri(Guarded, UriKind.Relative), Cancelled);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task A_grant_given_or_ended_counts_from_the_next_request_on()
    {
        using var client = town.Platform.ClientFor("clerk");
        var account = await town.AccountAsync("key-clerk", Cancelled);
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(client));

        Assert.Null(await town.AdministerAsync((accounts, token) => accounts.GrantAsync(account, new NewGrant("AU"), token), Cancelled) is { Status: not 422 } refusal ? refusal : null);
        Assert.Null(await town.AdministerAsync((accounts, token) => accounts.GrantAsync(account, new NewGrant("DH", Departments: "0203"), token), Cancelled));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(client));
    }

    [Fact]
    public async Task A_grant_that_ends_by_date_ends_without_a_commit()
    {
        using var client = town.Platform.ClientFor("importer");
        var account = await town.AccountAsync("key-importer", Cancelled);
        await using (var scope = town.Platform.Services.CreateAsyncScope())
        {
            var database = scope.ServiceProvider.GetRequiredService<IdentityDbContext>();
            database.Grants.Add(new Grant { Id = Guid.CreateVersion7(), Account = account, Role = "SE", From = town.Clock.Now, Until = town.Clock.Now.AddMinutes(10) });
            await database.SaveChangesAsync(Cancelled);
            town.Platform.Services.GetRequiredService<AccountDirectory>().Forget(account);
        }

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client));
        town.Clock.Now += TimeSpan.FromMinutes(10);
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(client));
    }

    [Fact]
    public async Task A_disabled_person_loses_the_session_and_the_keys_they_answer_for()
    {
        using var person = await DemoBrowser.SignInAsync(town.Platform, "volunteer-organiser", Cancelled);
        using var key = town.Platform.ClientFor("volunteer-organiser");
        var account = await town.AccountAsync("volunteer-organiser", Cancelled);

        await town.AdministerAsync((accounts, token) => accounts.SetActiveAsync(account, false, token), Cancelled);

        using var page = await person.Client.GetAsync(new Uri("/step-up", UriKind.Relative), Cancelled);
        Assert.Equal(HttpStatusCode.SeeOther, page.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(key));
    }

    [Fact]
    public async Task A_revoked_key_is_refused_at_once()
    {
        using var client = town.Platform.ClientFor("steward");
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(client));
        string id;
        await using (var scope = town.Platform.Services.CreateAsyncScope())
        {
            var account = await town.AccountAsync("key-steward", Cancelled);
            id = scope.ServiceProvider.GetRequiredService<IdentityDbContext>().ApiKeys.Single(row => row.Account == account).Id;
        }

        Assert.Null(await town.AdministerAsync((accounts, token) => accounts.RevokeKeyAsync(id, token), Cancelled));

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client));
    }

    [Fact]
    public async Task Nobody_changes_their_own_rights_and_officers_exclude_each_other()
    {
        using var officer = await DemoBrowser.SignInAsync(town.Platform, "security-officer", Cancelled);
        var own = await town.AccountAsync("security-officer", Cancelled);
        var audit = await town.AccountAsync("audit-officer", Cancelled);
        var html = await officer.PageAsync($"/admin/accounts/{own}", Cancelled);
        Assert.DoesNotContain($"/admin/accounts/{own}/grants", html, StringComparison.Ordinal);

        var page = $"/admin/accounts/{audit}";
        using var refused = await officer.SubmitAsync(page, page + "/grants", new() { ["role"] = "CL", ["regions"] = "340822100" }, Cancelled);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(new Uri(Guarded, UriKind.Relative), Cancelled);
        return answer.StatusCode;
    }
}
