using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Host.Residents.Demo;
using UnifiedPlatform.Host.Residents.Records;
using UnifiedPlatform.Host.Residents.Register;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Exchange;
using UnifiedPlatform.Sdk.Residents;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Host.Tests.Residents;

public sealed class ResidentRecordTests
{
    private static readonly Persona Elsewhere = Persona.Of(21, "CL", "340822101", (ResidentPermissions.Card, Persona.Region("340822")), (ResidentPermissions.View, Persona.Region("340822101")));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.PostgreSql];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_full_record_needs_the_own_region_a_task_or_a_purpose(DatabaseKind kind)
    {
        Assert.SkipUnless(kind == DatabaseKind.Sqlite || TestDatabase.Available, TestDatabase.SkipReason);
        await using var house = await RegisterHouse.CreateAsync(Cancelled, kind);
        var id = await FirstAsync(house);

        Assert.Equal("王秀兰", (await OpenAsync(house, Persona.Clerk, id))?.Name);
        Assert.Null(await OpenAsync(house, Elsewhere, id));
        Assert.NotNull(await OpenAsync(house, Elsewhere, id, "counter-service"));
        Assert.Null(await OpenAsync(house, Elsewhere, id, "curiosity"));
        Assert.Null(await OpenAsync(house, Persona.SocialWorker, id, "counter-service"));
        Assert.Null(await OpenAsync(house, Persona.Clerk, Guid.CreateVersion7()));
        Assert.Equal(["ok", "hidden", "ok", "hidden", "hidden", "hidden"], house.Audit.Entries.Where(e => e.Act == "view").Select(e => e.Result));
    }

    [Fact]
    public async Task The_record_is_masked_and_says_where_it_comes_from()
    {
        await using var house = await RegisterHouse.CreateAsync(Cancelled);

        var view = (await OpenAsync(house, Persona.Clerk, await FirstAsync(house)))!;

        Assert.Equal("138****5678", view.Phone!.Value);
        Assert.Equal("import", view.Phone.Source);
        Assert.Equal("凌桥社区 城东路18号 3幢2单元402室", view.Address!.Value);
        Assert.Equal(68, view.Age);
        Assert.Equal(["living-alone", "minimum-living"], view.Tags.Select(t => t.Key));
        Assert.True(Assert.Single(view.Household).Self);
        Assert.Equal("registered", Assert.Single(view.Events).Kind);
        Assert.False(view.MayReveal);
    }

    [Fact]
    public async Task A_clear_value_needs_a_purpose_is_audited_first_and_has_a_budget()
    {
        await using var house = await RegisterHouse.CreateAsync(Cancelled);
        var id = await FirstAsync(house);
        await GiveAsync(house, id, Persona.Clerk);

        Assert.Equal("residents.purpose-required", (await RevealAsync(house, id, new RevealRequest(["phone"], null))).Refusal?.Code);
        Assert.Equal("residents.reveal-fields", (await RevealAsync(house, id, new RevealRequest(["name"], "case-work"))).Refusal?.Code);
        Assert.Equal("residents.reason-personal", (await RevealAsync(house, id, new RevealRequest(["phone"], "emergency", null, "电话13800005678不通"))).Refusal?.Code);
        Assert.Equal("13800005678", (await RevealAsync(house, id, new RevealRequest(["phone"], "case-work"))).Response?.Values["phone"]);
        Assert.Equal(["phone"], house.Audit.Entries.Last().Fields);
        for (var look = 1; look < Reveals.HourlyBudget; look++) Assert.Null((await RevealAsync(house, id, new RevealRequest(["nationalId"], "case-work"))).Refusal);
        Assert.Equal(429, (await RevealAsync(house, id, new RevealRequest(["nationalId"], "case-work"))).Refusal?.Status);
    }

    [Fact]
    public async Task Without_the_audit_nothing_is_shown()
    {
        await using var house = await RegisterHouse.CreateAsync(Cancelled);
        var id = await FirstAsync(house);
        await GiveAsync(house, id, Persona.Clerk);
        house.Audit.Broken = true;

        await Assert.ThrowsAsync<AuditUnavailableException>(() => RevealAsync(house, id, new RevealRequest(["phone"], "case-work")));
        await Assert.ThrowsAsync<AuditUnavailableException>(() => OpenAsync(house, Persona.Clerk, id));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_fact_of_a_module_becomes_a_tag_and_an_older_one_changes_nothing(DatabaseKind kind)
    {
        Assert.SkipUnless(kind == DatabaseKind.Sqlite || TestDatabase.Available, TestDatabase.SkipReason);
        await using var house = await RegisterHouse.CreateAsync(Cancelled, kind);
        var id = new ResidentId(await FirstAsync(house));

        await DeliverAsync(house, 2, new ResidentFactChanged(id, "member", true, new DateOnly(2020, 7, 1), null));
        await DeliverAsync(house, 1, new ResidentFactChanged(id, "member", false, null, null));
        await DeliverAsync(house, 3, new ResidentFactChanged(new ResidentId(Guid.CreateVersion7()), "member", true, null, null));

        await using var scope = house.As(Persona.Clerk);
        var tag = await scope.ServiceProvider.GetRequiredService<ResidentsDbContext>().Tags.SingleAsync(t => t.Source == "party-building", Cancelled);
        Assert.True(tag.Active);
        Assert.Equal(new DateOnly(2020, 7, 1), tag.Since);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Age_bands_are_renewed_and_expired_tags_end(DatabaseKind kind)
    {
        Assert.SkipUnless(kind == DatabaseKind.Sqlite || TestDatabase.Available, TestDatabase.SkipReason);
        await using var house = await RegisterHouse.CreateAsync(Cancelled, kind);
        await house.ImportAsync("name,id_number,region\n张伟,990822195609210010,凌桥", Cancelled);
        await using var scope = house.As(Persona.Clerk);
        var database = scope.ServiceProvider.GetRequiredService<ResidentsDbContext>();
        var person = await database.People.SingleAsync(Cancelled);
        Assert.Equal("70-79", person.AgeBand);
        person.AgeBand = "60-69";
        database.Tags.Add(new ResidentTag { Id = Guid.CreateVersion7(), PersonId = person.Id, Source = TagCatalogue.Own, Kind = "unemployed", Active = true, Until = new DateOnly(2026, 9, 20) });
        await database.SaveChangesAsync(Cancelled);

        var renewal = scope.ServiceProvider.GetRequiredService<AgeBandRenewal>();

        Assert.Equal(1, await renewal.RunAsync(Cancelled));
        Assert.Equal(0, await renewal.RunAsync(Cancelled));
        Assert.Equal("70-79", await database.People.AsNoTracking().Select(p => p.AgeBand).SingleAsync(Cancelled));
        Assert.False(await database.Tags.AsNoTracking().Select(t => t.Active).SingleAsync(Cancelled));
    }

    [Fact]
    public void Both_folders_reach_the_same_model() => MigrationCheck.SameModel<ResidentsDbContext>();

    private static async Task<Guid> FirstAsync(RegisterHouse house)
    {
        await house.ImportAsync(DemoTownCsv.Make(4, RegisterHouse.Today), Cancelled);
        return (await house.SearchAsync("王秀兰", Cancelled)).Items.Single(c => c.Name == "王秀兰").Id;
    }

    private static async Task<ResidentView?> OpenAsync(RegisterHouse house, Persona who, Guid id, string? purpose = null)
    {
        await using var scope = house.As(who);
        return await scope.ServiceProvider.GetRequiredService<ResidentRecords>().OpenAsync(id, purpose, Cancelled);
    }

    private static async Task<RevealOutcome> RevealAsync(RegisterHouse house, Guid id, RevealRequest request)
    {
        await using var scope = house.As(Persona.Clerk);
        return await scope.ServiceProvider.GetRequiredService<Reveals>().ShowAsync(id, request, Cancelled);
    }

    private static async Task GiveAsync(RegisterHouse house, Guid id, Persona to)
    {
        await using var scope = house.As(Persona.Clerk);
        await scope.ServiceProvider.GetRequiredService<IGrants>().GiveAsync($"account:{to.Actor.Account}", new ResidentId(id), "view,reveal", "340822000120260914000175", "assess", DateTimeOffset.UtcNow.AddDays(1), Cancelled);
    }

    private static async Task DeliverAsync(RegisterHouse house, long version, ResidentFactChanged fact)
    {
        await using var scope = house.As(Persona.Clerk);
        var unit = scope.ServiceProvider.GetRequiredKeyedService<IUnitOfWork>("residents");
        await unit.RunAsync(async token => await scope.ServiceProvider.GetRequiredService<FactConsumer>().ApplyAsync(
            [new Delivered<ResidentFactChanged>(Guid.CreateVersion7(), "party-building", "party-building.resident-fact-changed", 1, fact.ResidentId + "/member", version, version, DateTimeOffset.UtcNow, null, fact)], unit.Transaction!, token), Cancelled);
    }
}
