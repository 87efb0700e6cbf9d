using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Host.Exchange;
using UnifiedPlatform.Host.Tests.Data;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Exchange;

namespace UnifiedPlatform.Host.Tests.Exchange;

public sealed class ExchangeTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Store.Kinds), MemberType = typeof(Store))]
    public async Task An_event_has_its_effect_once_and_only_after_the_commit(DatabaseKind kind)
    {
        await using var town = await Town.CreateAsync(kind, Cancelled);
        await town.PublishAsync(CountedTopics.Latest, "a", 1, Cancelled);
        await Assert.ThrowsAsync<InvalidOperationException>(() => town.PublishAsync(CountedTopics.Latest, "b", 1, Cancelled, beforeCommit: () => throw new InvalidOperationException()));

        // The wake-up of the commit may have been quicker than the drain.
        Assert.InRange(await town.Pump.DrainAsync(Cancelled), 0, 1);
        Assert.Equal(0, await town.Pump.DrainAsync(Cancelled));
        Assert.Equal("a1", await town.ScalarAsync<string>(Town.Consumer, "SELECT key || times FROM effects", Cancelled));
    }

    [Theory]
    [MemberData(nameof(Store.Kinds), MemberType = typeof(Store))]
    public async Task What_an_installed_but_stopped_module_has_not_read_is_kept_however_old(DatabaseKind kind)
    {
        await using var town = await Town.CreateAsync(kind, Cancelled);
        await town.PublishAsync(CountedTopics.Latest, "read", 1, Cancelled);
        await town.Pump.DrainAsync(Cancelled);
        town.Stopped.Add(Town.Consumer);
        await town.PublishAsync(CountedTopics.Latest, "unread", 1, Cancelled);
        await town.PublishAsync(new Topic<Counted>("alpha.heard-by-nobody", 1, TopicOrder.Latest), "gone", 1, Cancelled);
        await town.Pump.DrainAsync(Cancelled);
        await town.ScalarAsync<int>(Town.Source, kind == DatabaseKind.Sqlite ? "UPDATE outbox SET occurred_at = 0" : "UPDATE outbox SET occurred_at = 'epoch'", Cancelled);

        using var services = new ServiceCollection().BuildServiceProvider();
        await new Retention(town.Databases, town, town.Pump, services.GetRequiredService<IServiceProviderIsKeyedService>(), TimeProvider.System).RunAsync(Cancelled);

        Assert.Equal("unread", await town.ScalarAsync<string>(Town.Source, "SELECT key FROM outbox", Cancelled));
        town.Stopped.Clear();
        await town.Pump.DrainAsync(Cancelled);
        Assert.Equal(2, await town.ScalarAsync<int>(Town.Consumer, "SELECT count(*) FROM effects WHERE times = 1", Cancelled));
    }

    [Fact]
    public async Task A_schedule_of_its_own_becomes_a_job_that_pulls_that_arrow()
    {
        await using var town = await Town.CreateAsync(DatabaseKind.Sqlite, Cancelled);
        await town.Pump.DrainAsync(Cancelled);

        var job = Assert.Single(town.Jobs.All);
        Assert.Equal(($"{ExchangePump.PullJob}:{Town.Strict.Topic}:{Town.Consumer}", CountingConsumer.Hourly), (job.Key, job.Cron));

        // An event whose wake-up was lost waits for that schedule and not for the one of all the others.
        // Drawing the lanes let each look at its source once, and that look may come after the first round's events.
        var round = 0;
        do
        {
            round++;
            await town.PublishUnheardAsync(CountedTopics.Strict, $"a{round}", 1, Cancelled);
            await town.PublishUnheardAsync(CountedTopics.Latest, $"b{round}", 1, Cancelled);
            town.Pump.SignalUnscheduled();
            await Eventually.TrueAsync(() => ArrivedAsync($"b{round}"), Cancelled);
        }
        while (round == 1 && await ArrivedAsync($"a{round}"));
        Assert.False(await ArrivedAsync($"a{round}"));
        await job.RunAsync(town.Root, new Sdk.Jobs.JobContext(job.Key, DateTimeOffset.UnixEpoch, 1, null), Cancelled);
        await Eventually.TrueAsync(() => ArrivedAsync($"a{round}"), Cancelled);

        async Task<bool> ArrivedAsync(string key) => await town.ScalarAsync<int>(Town.Consumer, $"SELECT count(*) FROM effects WHERE key = '{key}'", Cancelled) == 1;
    }

    [Theory]
    [MemberData(nameof(Store.Kinds), MemberType = typeof(Store))]
    public async Task Publishing_without_a_transaction_is_refused(DatabaseKind kind)
    {
        await using var town = await Town.CreateAsync(kind, Cancelled);
        await using var scope = town.Scope(Town.Source);

        Assert.Throws<InvalidOperationException>(() => scope.ServiceProvider.GetRequiredService<IOutbox>().Publish(CountedTopics.Latest, "a", 1, new Counted(1, false)));
    }

    [Theory]
    [MemberData(nameof(Store.Kinds), MemberType = typeof(Store))]
    public async Task Eight_writers_that_commit_out_of_order_lose_nothing(DatabaseKind kind)
    {
        const int Writers = 8, Each = 60;
        await using var town = await Town.CreateAsync(kind, Cancelled);
        using var done = new CancellationTokenSource();
        var pumping = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested) await town.Runner.RunAsync(Town.Latest, Cancelled);
        }, Cancelled);

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var version = 1; version <= Each; version++)
                await town.PublishAsync(CountedTopics.Latest, $"w{writer}", version, Cancelled, beforeCommit: version % 4 == 0 ? async () => await Task.Yield() : null);
        }, Cancelled)));
        await done.CancelAsync();
        await pumping;
        await town.Pump.DrainAsync(Cancelled);

        await ExchangeChecker.AssertAsync(town, Town.Latest, Writers * Each, Cancelled);
    }

    [Fact]
    public async Task On_postgresql_an_event_committed_late_is_delivered_after_events_with_higher_numbers()
    {
        await using var town = await Town.CreateAsync(DatabaseKind.PostgreSql, Cancelled);
        var written = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        var late = town.PublishAsync(CountedTopics.Latest, "late", 1, Cancelled, beforeCommit: async () =>
        {
            written.SetResult();
            await release.Task;
        });
        await written.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancelled);
        await town.PublishAsync(CountedTopics.Latest, "early", 1, Cancelled);
        await town.Pump.DrainAsync(Cancelled);

        release.SetResult();
        await late;
        await town.Pump.DrainAsync(Cancelled);

        await ExchangeChecker.AssertAsync(town, Town.Latest, 2, Cancelled);
    }

    [Theory]
    [MemberData(nameof(Store.Kinds), MemberType = typeof(Store))]
    public async Task Two_pumps_at_once_apply_each_event_once(DatabaseKind kind)
    {
        const int Events = 700;
        await using var town = await Town.CreateAsync(kind, Cancelled);
        for (var i = 1; i <= Events; i++) await town.PublishAsync(CountedTopics.Latest, "k", i, Cancelled);

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => town.Runner.RunAsync(Town.Latest, Cancelled).AsTask(), Cancelled)));

        await ExchangeChecker.AssertAsync(town, Town.Latest, Events, Cancelled);
    }

    [Theory]
    [MemberData(nameof(Store.Kinds), MemberType = typeof(Store))]
    public async Task A_batch_of_a_zombie_changes_nothing(DatabaseKind kind)
    {
        await using var town = await Town.CreateAsync(kind, Cancelled);
        for (var i = 1; i <= 10; i++) await town.PublishAsync(CountedTopics.Latest, "k", i, Cancelled);
        var (epoch, events) = await new Host.Exchange.OutboxReader(town.Databases.Of(Town.Source)).ReadAsync(CountedTopics.Latest.Name, 0, 100, Cancelled);
        await town.Pump.DrainAsync(Cancelled);

        var result = await town.Targets.UseAsync(Town.Consumer, (target, token) => target.ApplyAsync(new(Town.Source, CountedTopics.Latest.Name, epoch, events, "zombie", null), token), Cancelled);

        Assert.Equal((ExchangeOutcome.Applied, 0), (result.Outcome, result.Applied));
        await ExchangeChecker.AssertAsync(town, Town.Latest, 10, Cancelled);
    }

    [Theory]
    [MemberData(nameof(Store.Kinds), MemberType = typeof(Store))]
    public async Task A_poisonous_event_is_dead_lettered_alone_and_can_be_replayed(DatabaseKind kind)
    {
        await using var town = await Town.CreateAsync(kind, Cancelled);
        for (var i = 1; i <= 20; i++) await town.PublishAsync(CountedTopics.Latest, "k", i, Cancelled, poison: i == 7);

        await town.Pump.DrainAsync(Cancelled);

        var letter = Assert.Single(await town.Status.DeadLettersAsync("open", Cancelled));
        Assert.Equal((7L, "failed", nameof(InvalidOperationException)), ((long)Number(letter.Payload), letter.Reason, letter.Exception));
        Assert.Equal(19, await town.ScalarAsync<int>(Town.Consumer, "SELECT count(*) FROM effects", Cancelled));

        var refused = await town.Status.ReplayAsync(Town.Consumer, letter.Id, Guid.CreateVersion7(), Cancelled);
        town.Cure.Found = true;
        var replayed = await town.Status.ReplayAsync(Town.Consumer, letter.Id, Guid.CreateVersion7(), Cancelled);
        var twice = await town.Status.ReplayAsync(Town.Consumer, letter.Id, Guid.CreateVersion7(), Cancelled);

        Assert.Equal((0, nameof(InvalidOperationException)), (refused!.Applied, refused.Error));
        Assert.Equal((1, null), (replayed!.Applied, replayed.Error));
        Assert.Null(twice);
        await ExchangeChecker.AssertAsync(town, Town.Latest, 20, Cancelled, ordered: false);
    }

    [Theory]
    [MemberData(nameof(Store.Kinds), MemberType = typeof(Store))]
    public async Task On_a_strict_topic_a_refused_event_parks_its_followers_and_the_replay_brings_them_in_order(DatabaseKind kind)
    {
        await using var town = await Town.CreateAsync(kind, Cancelled);
        for (var i = 1; i <= 4; i++)
        {
            await town.PublishAsync(CountedTopics.Strict, "sick", i, Cancelled, poison: i == 2);
            await town.PublishAsync(CountedTopics.Strict, "well", i, Cancelled);
        }
        await town.Pump.DrainAsync(Cancelled);
        await town.PublishAsync(CountedTopics.Strict, "sick", 5, Cancelled);
        await town.Pump.DrainAsync(Cancelled);

        var open = await town.Status.DeadLettersAsync("open", Cancelled);
        Assert.Equal(["failed", "parked", "parked", "parked"], open.OrderBy(letter => Number(letter.Payload)).Select(letter => letter.Reason));
        Assert.Equal(5, await town.ScalarAsync<int>(Town.Consumer, "SELECT count(*) FROM effects", Cancelled));

        town.Cure.Found = true;
        var replay = await town.Status.ReplayAsync(Town.Consumer, open.Single(letter => letter.Reason == "failed").Id, Guid.CreateVersion7(), Cancelled);

        Assert.Equal((4, null), (replay!.Applied, replay.Error));
        await ExchangeChecker.AssertAsync(town, Town.Strict, 9, Cancelled);
    }

    [Theory]
    [MemberData(nameof(Store.Kinds), MemberType = typeof(Store))]
    public async Task An_event_of_a_newer_version_is_parked_and_never_dropped(DatabaseKind kind)
    {
        await using var town = await Town.CreateAsync(kind, Cancelled);
        await town.PublishAsync(CountedTopics.Newer, "k", 1, Cancelled);
        await town.PublishAsync(CountedTopics.Latest, "k", 2, Cancelled);

        await town.Pump.DrainAsync(Cancelled);

        Assert.Equal("newer", Assert.Single(await town.Status.DeadLettersAsync("open", Cancelled)).Reason);
        Assert.Equal(1, await town.ScalarAsync<int>(Town.Consumer, "SELECT count(*) FROM effects", Cancelled));
    }

    [Theory]
    [MemberData(nameof(Store.Kinds), MemberType = typeof(Store))]
    public async Task A_source_restored_from_a_backup_is_read_again_and_the_inbox_sorts_it_out(DatabaseKind kind)
    {
        await using var town = await Town.CreateAsync(kind, Cancelled);
        for (var i = 1; i <= 5; i++) await town.PublishAsync(CountedTopics.Latest, "k", i, Cancelled);
        await town.Pump.DrainAsync(Cancelled);
        await town.ScalarAsync<int>(Town.Source, kind == DatabaseKind.Sqlite ? "UPDATE outbox_head SET epoch = randomblob(16)" : "UPDATE outbox_head SET epoch = gen_random_uuid()", Cancelled);
        await town.PublishAsync(CountedTopics.Latest, "k", 6, Cancelled);

        await town.Pump.DrainAsync(Cancelled);

        await ExchangeChecker.AssertAsync(town, Town.Latest, 6, Cancelled);
    }

    [Theory]
    [MemberData(nameof(Store.Kinds), MemberType = typeof(Store))]
    public async Task The_commit_wakes_the_arrow_and_the_figures_tell_it(DatabaseKind kind)
    {
        await using var town = await Town.CreateAsync(kind, Cancelled);
        await town.Pump.StartAsync(Cancelled);
        await town.PublishAsync(CountedTopics.Latest, "k", 1, Cancelled);

        await Eventually.TrueAsync(async () => await town.ScalarAsync<int>(Town.Consumer, "SELECT count(*) FROM effects", Cancelled) == 1, Cancelled);

        await Eventually.TrueAsync(async () => (await town.Status.ArrowsAsync(Cancelled)).Any(arrow => arrow.Topic == CountedTopics.Latest.Name && arrow is { Backlog: 0, LagSeconds: 0, LastSuccess: not null } && arrow.Position == arrow.Head), Cancelled);
    }

    [Theory]
    [MemberData(nameof(Store.Kinds), MemberType = typeof(Store))]
    public async Task A_paused_arrow_applies_nothing_until_it_is_resumed(DatabaseKind kind)
    {
        await using var town = await Town.CreateAsync(kind, Cancelled);
        await town.Pump.DrainAsync(Cancelled);
        Assert.True(await town.Status.PauseAsync(Town.Latest, true, Cancelled));
        await town.PublishAsync(CountedTopics.Latest, "k", 1, Cancelled);

        var paused = await town.Status.RunAsync(Town.Latest, Cancelled);
        await town.Status.PauseAsync(Town.Latest, false, Cancelled);
        await town.Pump.DrainAsync(Cancelled);

        Assert.Equal(0, paused!.Applied);
        await ExchangeChecker.AssertAsync(town, Town.Latest, 1, Cancelled);
    }

    [Theory]
    [MemberData(nameof(Store.Kinds), MemberType = typeof(Store))]
    public async Task The_checker_sees_a_consumer_that_moves_its_cursor_in_a_second_transaction(DatabaseKind kind)
    {
        await using var town = await Town.CreateAsync(kind, Cancelled);
        for (var i = 1; i <= 3; i++) await town.PublishAsync(CountedTopics.Latest, "k", i, Cancelled);
        var broken = new BrokenTarget(town);

        await broken.ApplyAsync(dieBeforeCursor: true, Cancelled);
        await broken.ApplyAsync(dieBeforeCursor: false, Cancelled);

        Assert.Equal("3 events had their effect more than once.", await ExchangeChecker.FaultAsync(town, Town.Latest, 3, ordered: true, Cancelled));
    }

    private static int Number(string payload) => System.Text.Json.JsonDocument.Parse(payload).RootElement.GetProperty("number").GetInt32();
}
