using System.Net;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Story.Tests.Operator;

/// <summary>Two hosts on one PostgreSQL: a person may be at either, the work is done once, and one carries on when the other is killed.</summary>
public sealed class TwoNodesTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_hosts_share_the_work_and_one_carries_on_alone()
    {
        Assert.SkipUnless(TestDatabase.Available, TestDatabase.SkipReason);
        await using var database = await TestDatabase.CreateAsync(Cancelled);
        await using var site = new Site { PostgreSql = database.ConnectionString };
        await using var one = await site.StartAsync();
        await using var two = await site.StartAsync(Path.Combine(site.Folder, "second"));

        await PeopleAndKeysAreKnownAtBothAsync(site, one, two);
        await ANewResidentIsFoundAtTheOtherNodeAsync(site, one, two);
        var acceptance = await CasesTakenAtBothHaveTheirEffectOnceAsync(site, one, two);
        await AScheduledJobRunsOnceAsync(database);

        await two.KillAsync();
        Assert.Null(await acceptance.SendAsync(Guid.CreateVersion7().ToString()));
        await acceptance.CheckAsync();
        await EffectOnceAsync(site, one, acceptance);
    }

    [Fact]
    public async Task Two_hosts_that_start_at_once_on_an_empty_database_both_come_up()
    {
        Assert.SkipUnless(TestDatabase.Available, TestDatabase.SkipReason);
        await using var database = await TestDatabase.CreateAsync(Cancelled);
        await using var site = new Site { PostgreSql = database.ConnectionString };
        string[] data = [site.Data, Path.Combine(site.Folder, "second")];
        var starts = data.Select(site.StartAsync).ToArray();
        try
        {
            var hosts = await Task.WhenAll(starts);

            // What is done twice fails the second time: on a migration, a schema, an account, the installation's own row.
            Assert.DoesNotContain(hosts.SelectMany(host => host.Lines), line => line.StartsWith("fail:", StringComparison.Ordinal) || line.StartsWith("crit:", StringComparison.Ordinal));
            var makesAccounts = Assert.Single(data, folder => File.Exists(Path.Combine(folder, Site.Credentials)));
            foreach (var host in hosts)
            {
                var modules = (await site.As(host, "administrator", makesAccounts).GetAsync("/api/admin/modules")).EnumerateArray().Select(module => $"{module.GetProperty("id")} {module.GetProperty("state")}").ToArray();
                Assert.Equal(4, modules.Length);
                Assert.All(modules, module => Assert.EndsWith(" running", module, StringComparison.Ordinal));
            }
        }
        finally
        {
            foreach (var start in starts.Where(start => start.IsCompletedSuccessfully)) await (await start).DisposeAsync();
        }
    }

    private static async Task PeopleAndKeysAreKnownAtBothAsync(Site site, HostProcess one, HostProcess two)
    {
        using var here = await DemoBrowser.SignInAsync(one.Address, "security-officer", site.PasswordOf("security-officer"), Cancelled);
        using var there = here.At(two.Address);
        Assert.Contains("/sign-out", await there.PageAsync("/admin/accounts", Cancelled), StringComparison.Ordinal);
        // A form loaded from one node is posted to the other.
        using (var language = await there.SubmitAsync("/admin/accounts", "/language", new() { ["language"] = "en" }, Cancelled)) Assert.Equal(HttpStatusCode.SeeOther, language.StatusCode);

        using var clerk = await DemoBrowser.SignInAsync(two.Address, "clerk", site.PasswordOf("clerk"), Cancelled);
        using var clerkHere = clerk.At(one.Address);
        await clerkHere.PageAsync("/residents", Cancelled);
        using (var left = await clerk.SubmitAsync("/residents", "/sign-out", [], Cancelled)) Assert.Equal(HttpStatusCode.SeeOther, left.StatusCode);
        using var ended = await clerkHere.Client.GetAsync(new Uri("/residents", UriKind.Relative), Cancelled);
        Assert.Equal(HttpStatusCode.SeeOther, ended.StatusCode);
    }

    private static async Task ANewResidentIsFoundAtTheOtherNodeAsync(Site site, HostProcess one, HostProcess two)
    {
        var newcomer = Town.Residents(31)[^1];
        var csv = Host.Residents.Demo.DemoTownCsv.MakeFiles(31, DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date)).Last();
        using var content = new MultipartFormDataContent { { new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(csv)), "file", "residents.csv" } };
        using var imported = await site.As(one, "importer").Client.PostAsync(new Uri("/api/residents/imports", UriKind.Relative), content, Cancelled);
        await Api.ReadAsync(imported, "import", HttpStatusCode.OK);

        var clerk = site.As(two, "clerk");
        await Site.UntilAsync(async () =>
            (await clerk.PostAsync("/api/residents/search", new { q = $"{newcomer.Name} {newcomer.NationalId[^4..]}" }, HttpStatusCode.OK)).GetProperty("items").GetArrayLength() == 1);
    }

    private static async Task<Acceptance> CasesTakenAtBothHaveTheirEffectOnceAsync(Site site, HostProcess one, HostProcess two)
    {
        var here = new Acceptance(site, site.As(one, "clerk"));
        var there = new Acceptance(site, site.As(two, "clerk"));
        await Task.WhenAll(TakeAsync(here), TakeAsync(there));
        // The same key at the other node gets the first answer.
        var (key, number) = there.Acknowledged.First();
        Assert.Null(await here.SendAsync(key));
        Assert.Equal(number, here.Acknowledged[key]);

        foreach (var (sent, got) in there.Acknowledged) here.Acknowledged[sent] = got;
        await here.CheckAsync();
        await EffectOnceAsync(site, two, here);
        return here;

        static async Task TakeAsync(Acceptance clerk)
        {
            for (var i = 0; i < 6; i++) Assert.Null(await clerk.SendAsync(Guid.CreateVersion7().ToString()));
        }
    }

    private static async Task EffectOnceAsync(Site site, HostProcess host, Acceptance acceptance)
    {
        await DiskFullTests.DrainedAsync(site, host);
        Assert.Equal(acceptance.Acknowledged.Count, await site.CountAsync("social-linkage", "SELECT count(*) FROM assessment_tasks"));
        Assert.Equal(acceptance.Acknowledged.Count, await site.CountAsync("social-linkage", "SELECT count(DISTINCT case_number) FROM assessment_tasks"));
    }

    private static async Task AScheduledJobRunsOnceAsync(TestDatabase database)
    {
        await Site.UntilAsync(async () => await CountAsync(database, "SELECT count(*) FROM jobs.qrtz_scheduler_state") == 2);
        await Site.UntilAsync(async () => await CountAsync(database, "SELECT count(*) FROM jobs.qrtz_execution_history WHERE job_name = 'exchange-pull'") > 0);
        // Ticks: no minute of the schedule was fired by both.
        Assert.Equal(0, await CountAsync(database, "SELECT count(*) FROM (SELECT 1 FROM jobs.qrtz_execution_history WHERE job_name = 'exchange-pull' GROUP BY fired_time / 600000000 HAVING count(*) > 1) twice"));
    }

    private static async Task<long> CountAsync(TestDatabase database, string sql)
    {
        await using var connection = new Npgsql.NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(Cancelled);
        await using var command = new Npgsql.NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync(Cancelled))!;
    }
}
