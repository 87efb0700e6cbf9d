using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Testing;
using UnifiedPlatform.Volunteering.Activities;
using UnifiedPlatform.Volunteering.Volunteers;

namespace UnifiedPlatform.Volunteering.Tests;

internal static class Bench
{
    public const string Lingqiao = "340822100002";

    /// <summary>A day before the bench's clock.</summary>
    public static readonly DateTimeOffset Yesterday = new(2026, 11, 21, 2, 0, 0, TimeSpan.Zero);

    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.PostgreSql];

    public static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<ModuleBench> OpenAsync(DatabaseKind kind)
    {
        Assert.SkipUnless(kind == DatabaseKind.Sqlite || TestDatabase.Available, TestDatabase.SkipReason);
        return await ModuleBench.OpenAsync(new VolunteeringModule(), "volunteering", "Volunteering", kind, Cancelled);
    }

    public static Task<Guid> VolunteerAsync(this ModuleBench bench, int serial, IReadOnlyList<Skill>? skills = null, int hours = 6, string region = Lingqiao, string? ageBand = "40-44")
    {
        var resident = bench.Residents.Add($"test-{serial}", region, ageBand);
        return bench.RunAsync(async services =>
        {
            var (volunteer, refusal) = await services.GetRequiredService<AddVolunteer>().RunAsync(new AddVolunteerRequest(resident, skills ?? [Skill.Company], hours), Cancelled);
            Assert.Null(refusal);
            return volunteer!.Id; // no refusal
        });
    }

    public static Task<Guid> ActivityAsync(this ModuleBench bench, int places, DateTimeOffset starts, bool publish = true) => bench.RunAsync(async services =>
    {
        var (activity, refusal) = await services.GetRequiredService<AddActivity>().RunAsync(new AddActivityRequest("陪伴", "服务站", Lingqiao, starts, starts.AddHours(2), places), Cancelled);
        Assert.Null(refusal);
        if (publish) Assert.Null((await services.GetRequiredService<ActOnActivity>().RunAsync(activity!.Id, ActivityAction.Publish, Cancelled)).Refusal); // no refusal
        return activity!.Id; // no refusal
    });

    public static Task<string?> SignUpAsync(this ModuleBench bench, Guid activity, Guid volunteer) =>
        bench.RunAsync(async services => (await services.GetRequiredService<SignUpVolunteer>().AddAsync(activity, volunteer, Cancelled)).Refusal?.Code);
}
