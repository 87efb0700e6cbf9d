using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Host.Tests.Data;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Host.Tests.Identity;

public sealed class AccessTests
{
    private const string View = "sample.thing.view";
    private static readonly string[] Regions = ["340822100001", "340822100002", "340822101001", "340823100001"];
    private static readonly string[] Departments = ["0101", "0203", "0204"];
    private static readonly string[] Grids = ["3408221000010001", "3408221000010002"];
    private static readonly Guid[] People = [Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Store.Kinds), MemberType = typeof(Store))]
    public async Task The_query_and_the_check_in_memory_agree_with_plain_reason(DatabaseKind kind)
    {
        await using var store = await Store.CreateAsync(kind, Cancelled);
        var rows = await SeedAsync(store);
        var grants = await GiveTasksAsync(store, rows);

        foreach (var rights in SomeRights(200))
            await using (var scope = Scope(store, rights.Account, rights.Arms, rights.Roles))
            {
                var access = scope.ServiceProvider.GetRequiredService<IAccess>();
                var database = scope.ServiceProvider.GetRequiredService<SampleContext>();

                var visible = (await access.Query<Sample>(database, View).Select(row => row.Id).ToListAsync(Cancelled)).ToHashSet();
                var expected = rows.Where(row => IsExpected(row, rights, grants)).Select(row => row.Id).ToHashSet();
                var checkedRows = rows.Where(row => access.Check(View, row) == Decision.Allowed).Select(row => row.Id).ToHashSet();

                Assert.Equal(expected, visible);
                Assert.Equal(expected, checkedRows);
            }
    }

    [Theory]
    [MemberData(nameof(Store.Kinds), MemberType = typeof(Store))]
    public async Task A_query_that_forgot_to_ask_sees_no_more_than_its_own_actor(DatabaseKind kind)
    {
        await using var store = await Store.CreateAsync(kind, Cancelled);
        var rows = await SeedAsync(store);
        var grants = await GiveTasksAsync(store, rows);
        await using var services = Services(store, withPolicy: true);

        // One provider, so that every actor runs the same compiled query, many of them at the same time.
        await Parallel.ForEachAsync(SomeRights(200), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Cancelled }, async (rights, token) =>
        {
            await using var scope = Scope(services, rights.Account, rights.Arms, rights.Roles);
            var database = scope.ServiceProvider.GetRequiredService<SampleContext>();

            var seen = (await database.Samples.Select(row => row.Id).ToListAsync(token)).ToHashSet();
            var expected = rows.Where(row => IsExpected(row, rights, grants)).Select(row => row.Id).ToHashSet();
            // Any verb makes a row exist; what may be done with it is asked by permission.
            if (rights.Account == People[2] && rights.Arms.Count > 0) expected.Add(rows[1].Id);

            Assert.Equal(expected, seen);
            Assert.Equal(rows.Count, await database.Samples.BeyondAccess("counts all").CountAsync(token));
        });
    }

    [Fact]
    public async Task A_statement_changes_only_what_its_actor_sees_and_nobody_changes_nothing()
    {
        await using var store = await Store.CreateAsync(DatabaseKind.Sqlite, Cancelled);
        var rows = await SeedAsync(store);
        await using var services = Services(store, withPolicy: true);

        await using (var scope = Scope(services, People[0], [new ScopeArm(ScopeKind.Department, ["0203"])], []))
            Assert.Equal(rows.Count(row => row.Scope.Dept == "0203"), await scope.ServiceProvider.GetRequiredService<SampleContext>().Samples.ExecuteUpdateAsync(row => row.SetProperty(one => one.Amount, 1m), Cancelled));
        await using (var nobody = services.CreateAsyncScope())
            Assert.Equal(0, await nobody.ServiceProvider.GetRequiredService<SampleContext>().Samples.ExecuteDeleteAsync(Cancelled));
    }

    [Fact]
    public async Task Without_a_policy_nobody_sees_anything()
    {
        await using var store = await Store.CreateAsync(DatabaseKind.Sqlite, Cancelled);
        var rows = await SeedAsync(store);
        await using var scope = Scope(store, People[0], [new ScopeArm(ScopeKind.All, [])], [], withPolicy: false);
        var access = scope.ServiceProvider.GetRequiredService<IAccess>();

        Assert.Empty(await access.Query<Sample>(scope.ServiceProvider.GetRequiredService<SampleContext>(), View).ToListAsync(Cancelled));
        Assert.Equal(Decision.Hidden, access.Check(View, rows[0]));
    }

    [Fact]
    public async Task A_missing_permission_is_forbidden_and_nobody_is_nobody()
    {
        await using var store = await Store.CreateAsync(DatabaseKind.Sqlite, Cancelled);
        var rows = await SeedAsync(store);
        await using (var scope = Scope(store, People[0], [new ScopeArm(ScopeKind.All, [])], []))
            Assert.Equal(Decision.Forbidden, scope.ServiceProvider.GetRequiredService<IAccess>().Check("sample.thing.edit", rows[0]));

        await using var empty = Services(store, withPolicy: true).CreateAsyncScope();
        var nobody = empty.ServiceProvider.GetRequiredService<IAccess>();
        Assert.False(nobody.SignedIn);
        Assert.False(nobody.May(View));
        Assert.Empty(await nobody.Query<Sample>(empty.ServiceProvider.GetRequiredService<SampleContext>(), View).ToListAsync(Cancelled));
    }

    [Fact]
    public async Task A_task_grant_ends_in_the_transaction_that_ends_the_task()
    {
        await using var store = await Store.CreateAsync(DatabaseKind.Sqlite, Cancelled);
        var rows = await SeedAsync(store);
        await GiveTasksAsync(store, rows);
        var before = await CountAsync(store);

        await using (var scope = Services(store, withPolicy: true).CreateAsyncScope())
        {
            var database = scope.ServiceProvider.GetRequiredService<SampleContext>();
            await scope.ServiceProvider.GetRequiredService<ITaskGrants>().EndAsync(database, "case", null, Cancelled);
            await database.SaveChangesAsync(Cancelled);
        }

        Assert.True(before > 0);
        Assert.Equal(0, await CountAsync(store));

        async Task<int> CountAsync(Store where)
        {
            await using var scope = Scope(where, People[1], [new ScopeArm(ScopeKind.Task, [])], []);
            return await scope.ServiceProvider.GetRequiredService<IAccess>().Query<Sample>(scope.ServiceProvider.GetRequiredService<SampleContext>(), View).CountAsync(Cancelled);
        }
    }

    private static bool IsExpected(Sample row, Wanted rights, HashSet<(string Subject, Guid Row)> grants) =>
        rights.Arms.Count > 0 && (rights.Arms.Any(arm => arm.Kind switch
        {
            ScopeKind.All => true,
            ScopeKind.Region => row.Scope.Region is { } region && arm.Values.Any(code => region.StartsWith(code, StringComparison.Ordinal)),
            ScopeKind.Grid => arm.Values.Any(code => code == row.Scope.Grid),
            ScopeKind.Department => arm.Values.Any(code => code == row.Scope.Dept),
            ScopeKind.Own => row.Scope.Owner == rights.Account,
            _ => false,
        }) || grants.Contains(($"account:{rights.Account}", row.Id)) || rights.Roles.Any(role => grants.Contains(($"role:{role}@0203", row.Id))));

    private static IReadOnlyList<Wanted> SomeRights(int count)
    {
        var regions = Gen.Elements("340822", "340822100", "340822101", "340823", "340822100001", "340822100002").ListOf(2).Select(list => (IReadOnlyList<string>)[.. list]);
        var arm = Gen.OneOf(
            Gen.Constant(new ScopeArm(ScopeKind.All, [])), Gen.Constant(new ScopeArm(ScopeKind.Own, [])), Gen.Constant(new ScopeArm(ScopeKind.Task, [])),
            regions.Select(codes => new ScopeArm(ScopeKind.Region, codes)), Gen.Elements(Grids).Select(code => new ScopeArm(ScopeKind.Grid, [code])),
            Gen.Elements(Departments).Select(code => new ScopeArm(ScopeKind.Department, [code])));
        var wanted = from arms in arm.ListOf() from account in Gen.Elements(People) from role in Gen.Elements("DH", "SW", "decider") select new Wanted(account, [.. arms.Take(3)], [role]);
        return [.. wanted.Sample(count, 6)];
    }

    private static async Task<List<Sample>> SeedAsync(Store store)
    {
        var rows = new List<Sample>();
        foreach (var region in (string?[])[null, .. Regions])
            foreach (var department in (string?[])[null, .. Departments])
                foreach (var owner in (Guid?[])[null, People[0], People[1]])
                {
                    var row = new Sample();
                    (row.Scope.Region, row.Scope.Dept, row.Scope.Owner, row.Scope.Grid) = (region, department, owner, rows.Count % 3 == 0 ? Grids[rows.Count % 2] : null);
                    rows.Add(row);
                }
        await store.InScopeAsync(async (database, _) =>
        {
            database.Samples.AddRange(rows);
            return await database.SaveChangesAsync(Cancelled);
        });
        return rows;
    }

    private static async Task<HashSet<(string, Guid)>> GiveTasksAsync(Store store, List<Sample> rows)
    {
        var given = new HashSet<(string, Guid)>();
        await using var scope = Services(store, withPolicy: true).CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<SampleContext>();
        var tasks = scope.ServiceProvider.GetRequiredService<ITaskGrants>();
        foreach (var (subject, every) in new[] { ($"account:{People[1]}", 5), ("role:decider@0203", 7) })
            foreach (var row in rows.Where((_, i) => i % every == 0))
            {
                tasks.Give(database, new TaskGrant(Guid.CreateVersion7(), subject, "sample.thing", row.Id, "view,edit", "case", "part", DateTimeOffset.UtcNow.AddDays(1)));
                given.Add((subject, row.Id));
            }
        // Neither of these opens anything: another verb, another type, a lease that is over.
        foreach (var (type, verbs, until) in new[] { ("sample.thing", "viewer", 1), ("other.thing", "view", 1), ("sample.thing", "view", -1) })
            tasks.Give(database, new TaskGrant(Guid.CreateVersion7(), $"account:{People[2]}", type, rows[1].Id, verbs, "case", "part", DateTimeOffset.UtcNow.AddDays(until)));
        await database.SaveChangesAsync(Cancelled);
        return given;
    }

    private static AsyncServiceScope Scope(Store store, Guid account, IReadOnlyList<ScopeArm> arms, IReadOnlyList<string> roles, bool withPolicy = true)
    {
        return Scope(Services(store, withPolicy), account, arms, roles);
    }

    private static AsyncServiceScope Scope(ServiceProvider services, Guid account, IReadOnlyList<ScopeArm> arms, IReadOnlyList<string> roles)
    {
        var scope = services.CreateAsyncScope();
        var rights = new RightsSnapshot("1", roles, arms.Count == 0 ? [] : [new(View, arms)]);
        scope.ServiceProvider.GetRequiredService<IActorAccessor>().Become(new Actor(new AccountId(account), ActorKind.Staff, "x", "0203", null, null, null), rights);
        return scope;
    }

    private static ServiceProvider Services(Store store, bool withPolicy)
    {
        var services = new ServiceCollection();
        services.AddKeyedSingleton(Store.Owner, store.Database);
        services.AddPlatformDatabase<SampleContext>(Store.Owner);
        services.AddAccessDefaults("sample");
        if (withPolicy) services.AddPolicy<SamplePolicy>();
        return services.BuildServiceProvider();
    }

    private sealed record Wanted(Guid Account, IReadOnlyList<ScopeArm> Arms, IReadOnlyList<string> Roles);
}
