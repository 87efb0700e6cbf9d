using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.PartyBuilding.Contacts;
using UnifiedPlatform.PartyBuilding.Data;
using UnifiedPlatform.Sdk.Counter;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Failures;
using UnifiedPlatform.Sdk.Parts;
using UnifiedPlatform.Sdk.Residents;
using UnifiedPlatform.Sdk.Testing;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.PartyBuilding.Tests;

public sealed class ContactTests
{
    private static readonly PartRef Part = new("340822202611220001000001", "contact", 1);

    [Theory]
    [MemberData(nameof(Bench.Kinds), MemberType = typeof(Bench))]
    public async Task A_part_asked_twice_is_one_task_that_is_taken_answered_and_done(DatabaseKind kind)
    {
        await using var bench = await Bench.OpenAsync(kind);
        var request = Request(bench.Residents.Add("990822195001011234"));
        var member = await bench.MemberAsync(bench.Residents.Add("990822198001011234"), await bench.BranchAsync());

        await HandleAsync(bench, (handler, target) => handler.RequestedAsync(request, target, Bench.Cancelled));
        await HandleAsync(bench, (handler, target) => handler.RequestedAsync(request, target, Bench.Cancelled));
        Assert.Equal(1, await bench.RunAsync(async services => await services.GetRequiredService<PartyDbContext>().Contacts.CountAsync(Bench.Cancelled)));

        Assert.Equal("party-building.part-wrong-state", (await AnswerAsync(bench, member))?.Code);
        Assert.Null(await TakeAsync(bench, ModuleBench.First));
        Assert.Equal("party-building.part-wrong-state", (await TakeAsync(bench, ModuleBench.Second))?.Code);
        Assert.Equal((PartTaskStatus.Taken, "tester"), await bench.RunAsync(async services => (await services.GetRequiredService<PartDesk<ContactTask>>().ShowAsync(Part.ToString(), Bench.Cancelled)).Task is { } shown ? (shown.Status, shown.TakenByName) : default));
        Assert.Equal("party-building.part-taken-by-other", (await AnswerAsync(bench, member, ModuleBench.Second))?.Code);
        Assert.Null(await AnswerAsync(bench, member));
        await HandleAsync(bench, (handler, target) => handler.EndedAsync(new PartEnd(Part, "answered", "InProgress"), target, Bench.Cancelled));

        Assert.Equal(["taken", "answered"], bench.Counter.Said);
        Assert.Equal(PartTaskStatus.Done, await StatusAsync(bench));
    }

    [Fact]
    public async Task A_hand_back_needs_a_reason_and_reaches_the_counter()
    {
        await using var bench = await Bench.OpenAsync(DatabaseKind.Sqlite);
        var request = Request(bench.Residents.Add("990822195001011234"));
        await HandleAsync(bench, (handler, target) => handler.RequestedAsync(request, target, Bench.Cancelled));

        Assert.Equal(422, (await DeclineAsync(bench, " "))?.Status);
        Assert.Null(await DeclineAsync(bench, "没有合适的党员"));
        var second = await DeclineAsync(bench, "再退一次");

        Assert.Equal((409, "declined"), (second?.Status, second?.Extensions?["state"]));
        Assert.Equal(["declined"], bench.Counter.Said);
    }

    [Fact]
    public async Task An_unknown_part_is_not_there()
    {
        await using var bench = await Bench.OpenAsync(DatabaseKind.Sqlite);

        Assert.Equal(404, (await TakeAsync(bench, ModuleBench.First))?.Status);
        Assert.Equal(404, (await bench.RunAsync(services => services.GetRequiredService<PartDesk<ContactTask>>().ShowAsync(Part.ToString(), Bench.Cancelled))).Refusal?.Status);
    }

    private static Task<Refusal?> TakeAsync(ModuleBench bench, Guid account) =>
        bench.RunAsync(services => services.GetRequiredService<PartDesk<ContactTask>>().TakeAsync(Part.ToString(), Bench.Cancelled), account);

    private static Task<Refusal?> DeclineAsync(ModuleBench bench, string reason) =>
        bench.RunAsync(services => services.GetRequiredService<PartDesk<ContactTask>>().DeclineAsync(Part.ToString(), reason, Bench.Cancelled));

    private static Task<Refusal?> AnswerAsync(ModuleBench bench, Guid member, Guid? account = null) =>
        bench.RunAsync(services => services.GetRequiredService<AnswerContact>().RunAsync(Part.ToString(), new AnswerContactRequest(member), Bench.Cancelled), account);

    private static Task<PartTaskStatus> StatusAsync(ModuleBench bench) =>
        bench.RunAsync(async services => await services.GetRequiredService<PartyDbContext>().Contacts.Select(task => task.Status).SingleAsync(Bench.Cancelled));

    private static Task<bool> HandleAsync(ModuleBench bench, Func<IHandlePart, DbTransaction, ValueTask> act) => bench.RunAsync(async services =>
    {
        await act(services.GetRequiredService<IHandlePart>(), services.GetRequiredService<IUnitOfWork>().Transaction!); // the bench opened one
        return true;
    });

    private static PartRequest Request(ResidentId subject) => new(Part, "home-care-visit", 3, "party-contact@1", new LocalizedText("党员联系人", "Contact"), subject, "340822100", null,
        new DateOnly(2026, 11, 27), false, Guid.CreateVersion7());
}
