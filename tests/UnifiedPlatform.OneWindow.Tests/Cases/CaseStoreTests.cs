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

/// <summary>What the tables guarantee, whoever writes.</summary>
public sealed class CaseStoreTests
{
    [Theory]
    [MemberData(nameof(CounterBench.Kinds), MemberType = typeof(CounterBench))]
    public async Task Numbers_have_no_gap_after_failed_acceptances(DatabaseKind kind)
    {
        await using var bench = await CounterBench.StartAsync(kind);
        var serials = new List<int>();
        for (var i = 0; i < 12; i++)
        {
            await Assert.ThrowsAsync<TimeoutException>(() => bench.DoAsync("clerk", async services =>
            {
                await services.GetRequiredService<CaseCommands>().OpenAsync(Counter.Statement(), null, CounterBench.Cancelled);
                throw new TimeoutException();
            }));
            serials.Add(CaseNumber.Parse(Counter.Number(await bench.AcceptAsync("residence-statement")), null).Serial);
        }

        Assert.Equal(Enumerable.Range(1, 12), serials);
        Assert.Equal(12, await bench.ReadAsync(database => database.Cases.CountAsync(CounterBench.Cancelled)));
    }

    [Theory]
    [MemberData(nameof(CounterBench.Kinds), MemberType = typeof(CounterBench))]
    public async Task The_same_key_finds_the_first_case_for_ever(DatabaseKind kind)
    {
        await using var bench = await CounterBench.StartAsync(kind);
        var first = Counter.Number(await bench.AcceptAsync("residence-statement", "key-1"));
        bench.Clock.Move(TimeSpan.FromDays(5));

        Assert.Equal(first, Counter.Number(await bench.AcceptAsync("residence-statement", "key-1")));
        Assert.NotEqual(first, Counter.Number(await bench.AcceptAsync("residence-statement", "key-2")));
    }

    [Theory]
    [MemberData(nameof(CounterBench.Kinds), MemberType = typeof(CounterBench))]
    public async Task The_log_refuses_to_be_changed(DatabaseKind kind)
    {
        await using var bench = await CounterBench.StartAsync(kind);
        await bench.AcceptAsync("residence-statement");

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => bench.SqlAsync<int>("UPDATE case_event SET kind = 'Closed'"));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => bench.SqlAsync<int>("DELETE FROM case_event"));
    }

    [Theory]
    [MemberData(nameof(CounterBench.Kinds), MemberType = typeof(CounterBench))]
    public async Task An_open_case_without_work_and_a_closed_one_with_work_are_refused_by_the_database(DatabaseKind kind)
    {
        await using var bench = await CounterBench.StartAsync(kind);
        await bench.AcceptAsync("residence-statement");

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => bench.SqlAsync<int>("UPDATE case_file SET open_items = 0"));
    }

    [Fact]
    public async Task Sensitive_values_answers_and_drafts_lie_sealed_in_the_file()
    {
        await using var bench = await CounterBench.StartAsync(DatabaseKind.Sqlite);
        var number = Counter.Number(await bench.AcceptAsync());
        await bench.ReportAsync("social-linkage", CounterBench.Answered(number, "assess", Counter.Assessment));
        await bench.SqlAsync<int>("PRAGMA wal_checkpoint(TRUNCATE)");

        var file = Encoding.UTF8.GetString(await File.ReadAllBytesAsync(bench.DatabaseFile, CounterBench.Cancelled));

        Assert.DoesNotContain("右腿术后行动不便", file, StringComparison.Ordinal);
        Assert.DoesNotContain("careLevel\":\"half", file, StringComparison.Ordinal);
        Assert.Contains(number, file, StringComparison.Ordinal);
    }
}
