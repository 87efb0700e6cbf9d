using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.PartyBuilding.Members;
using UnifiedPlatform.PartyBuilding.Minutes;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Exchange;
using UnifiedPlatform.Sdk.Residents;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.PartyBuilding.Tests;

public sealed class HoursLockedTests
{
    [Theory]
    [MemberData(nameof(Bench.Kinds), MemberType = typeof(Bench))]
    public async Task Minutes_of_members_arrive_once_with_their_corrections_and_nobody_elses(DatabaseKind kind)
    {
        await using var bench = await Bench.OpenAsync(kind);
        var (resident, stranger) = (bench.Residents.Add("990822198001011234"), bench.Residents.Add("990822198001015678"));
        var member = await bench.MemberAsync(resident, await bench.BranchAsync());
        var (record, correction) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        Delivered<HoursLocked>[] batch =
        [
            Hours(record, resident, 120, 1), Hours(Guid.CreateVersion7(), stranger, 60, 2), Hours(correction, resident, -30, 3, record), Hours(Guid.CreateVersion7(), resident, -15, 4, Guid.CreateVersion7()),
        ];

        await ApplyAsync(bench, batch);
        await ApplyAsync(bench, batch);

        var rows = await bench.RunAsync(async services => await services.GetRequiredService<MinutesList>().OfMemberAsync(member, null, null, Bench.Cancelled));
        Assert.Equal([correction, record], rows.Items.Select(row => row.RecordId).OrderByDescending(id => id == correction));
        Assert.All(rows.Items, row => Assert.Equal("volunteering", row.Source));
        Assert.Equal(90, await bench.RunAsync(async services => (await services.GetRequiredService<MemberList>().FindAsync(member, Bench.Cancelled))!.Minutes)); // just added
    }

    private static Task<bool> ApplyAsync(ModuleBench bench, IReadOnlyList<Delivered<HoursLocked>> batch) => bench.RunAsync(async services =>
    {
        var unit = services.GetRequiredService<IUnitOfWork>();
        await services.GetRequiredService<HoursLockedConsumer>().ApplyAsync(batch, unit.Transaction!, Bench.Cancelled); // the bench opened one
        return true;
    });

    private static Delivered<HoursLocked> Hours(Guid record, ResidentId resident, int minutes, long position, Guid? correctionOf = null) =>
        new(Guid.CreateVersion7(), "volunteering", "volunteering.hours-locked", 1, resident.ToString(), position, position, DateTimeOffset.UnixEpoch, null,
            new HoursLocked(record, resident, minutes, new DateOnly(2026, 11, 20), null, "340822202611220001000001", correctionOf));
}
