using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.PartyBuilding.Data;
using UnifiedPlatform.PartyBuilding.Members;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Domain;
using UnifiedPlatform.Sdk.Imports;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.PartyBuilding.Tests;

public sealed class ImportMembersTests
{
    private const string Header = "national_id,organisation_code,joined_on,confirmed_on\r\n";

    [Theory]
    [MemberData(nameof(Bench.Kinds), MemberType = typeof(Bench))]
    public async Task A_file_is_taken_over_and_taken_over_again_without_twins(DatabaseKind kind)
    {
        await using var bench = await Bench.OpenAsync(kind);
        var (first, second) = (Number("99082219800101001"), Number("99082219850101002"));
        bench.Residents.Add(first);
        bench.Residents.Add(second);
        await bench.BranchAsync();
        var file = $"{Header}{first},001,2010-07-01,2011-07-01\r\n{second},001,2026-06-01,\r\n";

        Assert.Equal(new ImportResult(2, 2, 0), (await ImportAsync(bench, file)).Result);
        Assert.Equal(new ImportResult(2, 0, 2), (await ImportAsync(bench, file)).Result);

        Assert.Equal([MemberStatus.Probationary, MemberStatus.Full], (await bench.RunAsync(async services =>
            await services.GetRequiredService<PartyDbContext>().Members.Select(member => member.Status).ToListAsync(Bench.Cancelled))).Order());
    }

    [Fact]
    public async Task One_fault_and_nothing_is_written()
    {
        await using var bench = await Bench.OpenAsync(DatabaseKind.Sqlite);
        var known = Number("99082219800101001");
        bench.Residents.Add(known);
        await bench.BranchAsync();

        var (result, faults) = await ImportAsync(bench, $"{Header}{known},001,2010-07-01,2011-07-01\r\n{Number("99082219850101002")},001,2010-07-01,\r\n{known[..17]},001,2010-07-01,\r\n{known},009,2010-07-01,2010-12-01\r\n");

        Assert.Null(result);
        Assert.Equal([(3, 1), (4, 1), (5, 1), (5, 2), (5, 4)], faults.Select(fault => (fault.Line, fault.Column)));
        Assert.DoesNotContain(faults, fault => fault.Message.Contains(known, StringComparison.Ordinal));
        Assert.False(await bench.RunAsync(async services => await services.GetRequiredService<PartyDbContext>().Members.AnyAsync(Bench.Cancelled)));
    }

    [Theory]
    [MemberData(nameof(Bench.Kinds), MemberType = typeof(Bench))]
    public async Task A_check_says_what_would_be_written_and_writes_nothing(DatabaseKind kind)
    {
        await using var bench = await Bench.OpenAsync(kind);
        var number = Number("99082219800101001");
        bench.Residents.Add(number);
        await bench.BranchAsync();

        var outcome = await bench.InScopeAsync(services => services.GetRequiredService<ImportMembers>().RehearseAsync(new CsvFile(Encoding.UTF8.GetBytes($"{Header}{number},001,2010-07-01,2011-07-01\r\n")), Bench.Cancelled));

        Assert.Equal(new ImportResult(1, 1, 0), outcome.Result);
        Assert.DoesNotContain(number, Assert.Single(outcome.Preview!.Rows).Cells);
        Assert.False(await bench.RunAsync(async services => await services.GetRequiredService<PartyDbContext>().Members.AnyAsync(Bench.Cancelled)));
        Assert.Equal(new ImportResult(1, 1, 0), (await ImportAsync(bench, $"{Header}{number},001,2010-07-01,2011-07-01\r\n")).Result);
    }

    private static Task<(ImportResult? Result, IReadOnlyList<ImportFault> Faults)> ImportAsync(ModuleBench bench, string file) => bench.RunAsync(async services =>
    {
        var outcome = await services.GetRequiredService<ImportMembers>().RunAsync(new CsvFile(Encoding.UTF8.GetBytes(file)), Bench.Cancelled);
        return (outcome.Result, outcome.Faults);
    });

    private static string Number(string first17) => first17 + NationalId.CheckCharacter(first17);
}
