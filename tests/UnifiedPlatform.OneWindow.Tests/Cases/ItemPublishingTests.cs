using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.OneWindow.Cases;
using UnifiedPlatform.OneWindow.Data;
using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.OneWindow.Domain.Queues;
using UnifiedPlatform.OneWindow.Items;
using UnifiedPlatform.OneWindow.Parts;
using UnifiedPlatform.OneWindow.Queues;
using UnifiedPlatform.OneWindow.Tests.Support;
using UnifiedPlatform.Sdk.Counter;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Domain;

namespace UnifiedPlatform.OneWindow.Tests.Cases;

/// <summary>An item is put in force by two people, without findings.</summary>
public sealed class ItemPublishingTests
{
    [Fact]
    public async Task An_item_is_published_by_two_people_and_only_without_findings()
    {
        await using var bench = await CounterBench.StartAsync(DatabaseKind.Sqlite);
        await bench.SqlAsync<int>("UPDATE item_version SET state = 'draft', published_by = NULL, second_by = NULL; SELECT 1");
        Assert.Equal("one-window.not-in-force", (await bench.AcceptAsync("residence-statement")).Refusal?.Code);

        Assert.Null(await PublishAsync(bench, "head"));
        Assert.Equal("one-window.second-person", await PublishAsync(bench, "head"));
        Assert.Null(await PublishAsync(bench, "decider"));

        Assert.Equal("one-window.item-published", await PublishAsync(bench, "decider"));
        Counter.Number(await bench.AcceptAsync("residence-statement"));
    }

    [Fact]
    public async Task A_post_nobody_holds_keeps_an_item_from_being_published()
    {
        await using var bench = await CounterBench.StartAsync(DatabaseKind.Sqlite);
        await bench.SqlAsync<int>("UPDATE item_version SET state = 'draft', published_by = NULL, second_by = NULL; SELECT 1");
        bench.Town.Vacant = "decider";

        await bench.AsAsync("head", async services =>
            Assert.Equal([("L45", "$.decide", "0203 decider 340822100")], (await services.GetRequiredService<ItemPublishing>().LintAsync("residence-statement", 1, CounterBench.Cancelled))!.Select(finding => (finding.Rule, finding.At, finding.Code))));
        Assert.Equal("one-window.item-faulty", await PublishAsync(bench, "head"));
    }

    private static async Task<string?> PublishAsync(CounterBench bench, string person)
    {
        var output = await bench.DoAsync(person, async services => new CaseOutput(null, null, (await services.GetRequiredService<ItemPublishing>().PublishAsync("residence-statement", 1, CounterBench.Cancelled)).Refusal));
        return output.Refusal?.Code;
    }
}
