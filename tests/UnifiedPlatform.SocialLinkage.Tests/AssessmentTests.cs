using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Sdk.Counter;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Parts;
using UnifiedPlatform.Sdk.Testing;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.SocialLinkage.Assessments;
using UnifiedPlatform.SocialLinkage.Data;

namespace UnifiedPlatform.SocialLinkage.Tests;

public sealed class AssessmentTests
{
    private static readonly PartRef Part = new("340822202611220001000001", "assess", 1);

    [Theory]
    [MemberData(nameof(Bench.Kinds), MemberType = typeof(Bench))]
    public async Task An_assessment_asked_twice_is_answered_once_and_kept(DatabaseKind kind)
    {
        await using var bench = await Bench.OpenAsync(kind);
        var request = new PartRequest(Part, "home-care-visit", 3, "home-assessment@1", new LocalizedText("上门评估", "Home assessment"), bench.Residents.Add("990822195001011234"), "340822100", null,
            new DateOnly(2026, 11, 27), true, Guid.CreateVersion7());
        for (var i = 0; i < 2; i++)
            await bench.RunAsync(async services =>
            {
                await services.GetRequiredService<IHandlePart>().RequestedAsync(request, services.GetRequiredService<IUnitOfWork>().Transaction!, Bench.Cancelled); // the bench opened one
                return true;
            });

        Assert.Null(await bench.RunAsync(services => services.GetRequiredService<PartDesk<AssessmentTask>>().TakeAsync(Part.ToString(), Bench.Cancelled)));
        Assert.Equal("social-linkage.invalid", await AnswerAsync(bench, 101));
        Assert.Null(await AnswerAsync(bench, 45));
        Assert.Equal("social-linkage.part-wrong-state", await AnswerAsync(bench, 45));

        var task = await bench.RunAsync(async services => await services.GetRequiredService<SocialDbContext>().Assessments.SingleAsync(Bench.Cancelled));
        Assert.Equal((PartTaskStatus.Reported, CareLevel.Half, 45, true), (task.Status, task.CareLevel, task.Score, task.Suitable));
        Assert.Equal([HomeService.Bath, HomeService.Company], task.ServiceList);
        Assert.Equal(["taken", "answered"], bench.Counter.Said);
        Assert.Equal((PartOpinion.Recorded, "half"), (bench.Counter.LastAnswer?.Opinion, bench.Counter.LastAnswer?.Result.GetProperty("careLevel").GetString()));
    }

    private static Task<string?> AnswerAsync(ModuleBench bench, int score) => bench.RunAsync(async services => (await services.GetRequiredService<AnswerAssessment>().RunAsync(Part.ToString(),
        new AnswerAssessmentRequest(ModuleBench.Today, CareLevel.Half, Living.Alone, score, true, 6, [HomeService.Company, HomeService.Bath], [Risk.Fall]), Bench.Cancelled))?.Code);
}
