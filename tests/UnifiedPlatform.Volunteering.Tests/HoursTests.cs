using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Jobs;
using UnifiedPlatform.Sdk.Testing;
using UnifiedPlatform.Volunteering.Hours;
using UnifiedPlatform.Volunteering.Volunteers;

namespace UnifiedPlatform.Volunteering.Tests;

public sealed class HoursTests
{
    [Theory]
    [MemberData(nameof(Bench.Kinds), MemberType = typeof(Bench))]
    public async Task Hours_are_proposed_confirmed_by_another_locked_and_published_in_one_transaction(DatabaseKind kind)
    {
        await using var bench = await Bench.OpenAsync(kind);
        var (volunteer, _, record) = await ProposedAsync(bench);

        Assert.Equal("volunteering.hours-wrong-state", await ActAsync(bench, record, HoursAction.Lock, ModuleBench.Second));
        Assert.Equal("volunteering.own-proposal", await ActAsync(bench, record, HoursAction.Confirm, ModuleBench.First));
        Assert.Null(await ActAsync(bench, record, HoursAction.Confirm, ModuleBench.Second));
        var before = await PublishedAsync(bench);
        Assert.Null(await ActAsync(bench, record, HoursAction.Lock, ModuleBench.Second));

        Assert.Equal(before + 1, await PublishedAsync(bench));
        Assert.Equal(120, await MinutesAsync(bench, volunteer));
        Assert.Equal("volunteering.hours-wrong-state", await ActAsync(bench, record, HoursAction.Reopen, ModuleBench.Second));
    }

    [Fact]
    public async Task A_correction_is_a_record_of_its_own_with_the_difference()
    {
        await using var bench = await Bench.OpenAsync(DatabaseKind.Sqlite);
        var (volunteer, _, record) = await ProposedAsync(bench);
        await ActAsync(bench, record, HoursAction.Confirm, ModuleBench.Second);
        await ActAsync(bench, record, HoursAction.Lock, ModuleBench.Second);

        var (correction, none) = await CorrectAsync(bench, record, 90);
        Assert.Null(none);
        Assert.Equal("volunteering.correction-open", (await CorrectAsync(bench, record, 60)).Refusal);
        await ActAsync(bench, correction, HoursAction.Confirm, ModuleBench.Second);
        await ActAsync(bench, correction, HoursAction.Lock, ModuleBench.Second);

        Assert.Equal(90, await MinutesAsync(bench, volunteer));
        Assert.Equal("volunteering.invalid", (await CorrectAsync(bench, record, 90)).Refusal);
    }

    [Fact]
    public async Task Two_records_at_one_time_are_refused()
    {
        await using var bench = await Bench.OpenAsync(DatabaseKind.Sqlite);
        var (volunteer, activity, _) = await ProposedAsync(bench);
        var other = await bench.ActivityAsync(3, Bench.Yesterday.AddHours(5));

        Assert.Equal("volunteering.not-signed-up", (await ProposeAsync(bench, volunteer, other, Bench.Yesterday.AddHours(5), 60)).Refusal);
        var (_, again) = await ProposeAsync(bench, volunteer, activity, Bench.Yesterday.AddHours(1), 30);
        Assert.Equal("volunteering.overlap", again);
    }

    [Fact]
    public async Task Hours_need_an_activity_or_a_pairing_and_lie_in_the_past()
    {
        await using var bench = await Bench.OpenAsync(DatabaseKind.Sqlite);
        var volunteer = await bench.VolunteerAsync(1);

        Assert.Equal("volunteering.invalid", await RefusalAsync(bench, new ProposeHoursRequest(volunteer, Bench.Yesterday, 60, "陪伴")));
        Assert.Equal("volunteering.invalid", await RefusalAsync(bench, new ProposeHoursRequest(volunteer, Bench.Yesterday, 60, "陪伴", CaseNumber: "340822202611220001000001")));
        Assert.Equal("volunteering.invalid", await RefusalAsync(bench, new ProposeHoursRequest(volunteer, Bench.Yesterday.AddDays(3), 60, "陪伴", CaseNumber: "340822202611220001000001")));
    }

    [Fact]
    public async Task The_nightly_job_locks_only_what_has_stood_long_enough()
    {
        await using var bench = await Bench.OpenAsync(DatabaseKind.Sqlite);
        var (volunteer, _, record) = await ProposedAsync(bench);
        await ActAsync(bench, record, HoursAction.Confirm, ModuleBench.Second);

        await RunJobAsync(bench, new LockHoursOptions(LockHoursOptions.Default));
        Assert.Equal(0, await MinutesAsync(bench, volunteer));
        await RunJobAsync(bench, new LockHoursOptions(0));
        await RunJobAsync(bench, new LockHoursOptions(0));
        Assert.Equal(120, await MinutesAsync(bench, volunteer));
    }

    private static async Task<(Guid Volunteer, Guid Activity, Guid Record)> ProposedAsync(ModuleBench bench)
    {
        var (volunteer, activity) = (await bench.VolunteerAsync(1), await bench.ActivityAsync(3, Bench.Yesterday));
        Assert.Null(await bench.RunAsync(async services => { await SeatAsync(services, activity, volunteer); return (string?)null; }));
        var (record, refusal) = await ProposeAsync(bench, volunteer, activity, Bench.Yesterday, 120);
        Assert.Null(refusal);
        return (volunteer, activity, record);
    }

    // The activity has passed, so nobody signs up any more; the place is taken as it was before.
    private static async Task SeatAsync(IServiceProvider services, Guid activity, Guid volunteer)
    {
        var database = services.GetRequiredService<Data.VolunteeringDbContext>();
        database.Add(new Activities.SignUp { ActivityId = activity, VolunteerId = volunteer, At = Bench.Yesterday.AddDays(-2) });
        await database.SaveChangesAsync(Bench.Cancelled);
    }

    private static Task<(Guid Record, string? Refusal)> ProposeAsync(ModuleBench bench, Guid volunteer, Guid activity, DateTimeOffset starts, int minutes) => bench.RunAsync(async services =>
    {
        var (record, refusal) = await services.GetRequiredService<ProposeHours>().RunAsync(new ProposeHoursRequest(volunteer, starts, minutes, "陪伴", activity), Bench.Cancelled);
        return (record?.Id ?? Guid.Empty, refusal?.Code);
    });

    private static Task<string?> RefusalAsync(ModuleBench bench, ProposeHoursRequest request) =>
        bench.RunAsync(async services => (await services.GetRequiredService<ProposeHours>().RunAsync(request, Bench.Cancelled)).Refusal?.Code);

    private static Task<string?> ActAsync(ModuleBench bench, Guid record, HoursAction action, Guid account) =>
        bench.RunAsync(async services => (await services.GetRequiredService<ActOnHours>().RunAsync(record, new ActOnHoursRequest(action), Bench.Cancelled)).Refusal?.Code, account);

    private static Task<(Guid Record, string? Refusal)> CorrectAsync(ModuleBench bench, Guid record, int minutes) => bench.RunAsync(async services =>
    {
        var (correction, refusal) = await services.GetRequiredService<CorrectHours>().RunAsync(record, new CorrectHoursRequest(minutes, "记错了"), Bench.Cancelled);
        return (correction?.Id ?? Guid.Empty, refusal?.Code);
    });

    private static Task<int> MinutesAsync(ModuleBench bench, Guid volunteer) =>
        bench.RunAsync(async services => (await services.GetRequiredService<VolunteerList>().FindAsync(volunteer, Bench.Cancelled))!.Minutes); // just added

    private static Task<bool> RunJobAsync(ModuleBench bench, LockHoursOptions options) => bench.RunAsync(async services =>
    {
        await ActivatorUtilities.CreateInstance<LockHoursJob>(services, options).RunAsync(new JobContext("lock-hours", DateTimeOffset.UnixEpoch, 1, null), Bench.Cancelled);
        return true;
    });

    private static Task<int> PublishedAsync(ModuleBench bench) => bench.RunAsync(async services =>
    {
        await using var count = services.GetRequiredService<IUnitOfWork>().Command("SELECT count(*) FROM outbox WHERE topic = 'volunteering.hours-locked'");
        return Convert.ToInt32(await count.ExecuteScalarAsync(Bench.Cancelled), null);
    });
}
