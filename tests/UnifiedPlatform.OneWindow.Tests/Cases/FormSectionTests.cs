using UnifiedPlatform.OneWindow.Cases;
using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.OneWindow.Tests.Support;
using UnifiedPlatform.Sdk.Counter;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.OneWindow.Tests.Cases;

/// <summary>Sections of the form that are asked under a condition.</summary>
public sealed class FormSectionTests
{
    [Theory]
    [MemberData(nameof(CounterBench.Kinds), MemberType = typeof(CounterBench))]
    public async Task What_a_section_that_is_not_asked_would_hold_is_not_stored(DatabaseKind kind)
    {
        await using var bench = await CounterBench.StartAsync(kind);
        var asked = Counter.Number(await bench.AcceptAsync());
        var left = Counter.Number(await bench.AcceptAsync(change: request => request with { Form = CaseBench.Json("""{"address":"凌桥社区城东路18号","care":"self","illness":"右腿术后行动不便"}""") }));

        Assert.Contains("/illness", (await Counter.ReadInputAsync(bench, asked, "social-linkage"))!.Fields.Keys);
        Assert.DoesNotContain("/illness", (await Counter.ReadInputAsync(bench, left, "social-linkage"))!.Fields.Keys);
    }

    [Fact]
    public async Task A_correction_that_closes_a_section_takes_its_values_out()
    {
        await using var bench = await CounterBench.StartAsync(DatabaseKind.Sqlite);
        var number = Counter.Number(await bench.AcceptAsync());
        await bench.ReportAsync("social-linkage", CounterBench.Answered(number, "assess", new { }) with { Kind = "fix-asked", Points = [new FixPoint("/care", null, "wrong", null)] });

        await Counter.Done(bench.ActAsync("clerk", number, new ActOnCaseRequest(CaseAction.Fixed, Part: "assess", Form: CaseBench.Json("""{"care":"self"}"""))));

        Assert.DoesNotContain("/illness", (await Counter.ReadInputAsync(bench, number, "social-linkage"))!.Fields.Keys);
    }
}
