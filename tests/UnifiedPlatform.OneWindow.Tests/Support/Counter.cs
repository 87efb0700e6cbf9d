using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.OneWindow.Cases;
using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.Sdk.Counter;

namespace UnifiedPlatform.OneWindow.Tests.Support;

/// <summary>What is said and done at the counter in every test.</summary>
internal static class Counter
{
    public static readonly object Assessment = new { visitedOn = "2026-11-02", careLevel = "half", score = 65, suitable = true };

    public static OpenCaseRequest Statement() => new(
        "residence-statement", CounterBench.Resident, new Dictionary<string, JsonElement>(), CaseBench.Json("""{"purpose":"school"}"""), new Dictionary<string, MaterialStatus> { ["id"] = MaterialStatus.Given });

    public static ActOnCaseRequest Answer(string part, object? result = null) =>
        new(CaseAction.Answer, Part: part, Opinion: PartOpinion.Agreed, Result: JsonSerializer.SerializeToElement(result ?? new { }));

    public static async Task<CaseOutput> Done(Task<CaseOutput> act)
    {
        var output = await act;
        Assert.True(output.Refusal is null, $"{output.Refusal?.Code} {string.Join(' ', output.Reason?.Pointers ?? [])}");
        return output;
    }

    public static string Number(CaseOutput output)
    {
        Assert.True(output.Refusal is null, $"{output.Refusal?.Code} {string.Join(' ', output.Reason?.Pointers ?? [])}");
        return output.Case!.Row.Number;
    }

    public static async Task<PartInput?> ReadInputAsync(CounterBench bench, string number, string module, string part = "assess")
    {
        PartInput? input = null;
        await bench.AsAsync("clerk", async services => input = await services.GetRequiredService<IPartInputs>().ReadAsync(new PartRef(number, part, 1), module, Staff.Actor("clerk"), [], "one-window.part", CounterBench.Cancelled));
        return input;
    }
}
