using System.Text;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Imports;
using UnifiedPlatform.Sdk.Testing;
using UnifiedPlatform.SocialLinkage.Organisations;

namespace UnifiedPlatform.SocialLinkage.Tests;

public sealed class ImportTests
{
    private const string Header = "uscc,name,region,licence_until\r\n";

    [Theory]
    [MemberData(nameof(Bench.Kinds), MemberType = typeof(Bench))]
    public async Task What_expires_first_stands_on_top(DatabaseKind kind)
    {
        await using var bench = await Bench.OpenAsync(kind);
        var file = Header + "53340822500000023F,基金会,340822100,2029-01-01\r\n51340822500000015T,协会,340822100,2026-11-01\r\n52340822MJA000016K,中心,340822100002,\r\n";

        Assert.Equal(new ImportResult(3, 3, 0), (await ImportAsync(bench, file)).Result);
        Assert.Equal(new ImportResult(3, 0, 3), (await ImportAsync(bench, file)).Result);

        var list = await bench.RunAsync(services => services.GetRequiredService<OrganisationList>().ListAsync(null, null, null, Bench.Cancelled));
        Assert.Equal([LicenceState.Expired, LicenceState.Valid, LicenceState.Unknown], list.Items.Select(x => x.Licence));
    }

    [Fact]
    public async Task A_wrong_check_character_and_a_company_are_refused_by_line()
    {
        await using var bench = await Bench.OpenAsync(DatabaseKind.Sqlite);

        var (result, faults) = await ImportAsync(bench, Header + "51340822500000015U,协会,340822100,\r\n91350100M000100Y43,公司,340822100,\r\n53340822500000023F,基金会,999999999,2026-13-01\r\n");

        Assert.Null(result);
        Assert.Equal([(2, 1), (3, 1), (4, 3), (4, 4)], faults.Select(fault => (fault.Line, fault.Column)));
    }

    private static Task<(ImportResult? Result, IReadOnlyList<ImportFault> Faults)> ImportAsync(ModuleBench bench, string file) => bench.RunAsync(async services =>
    {
        var outcome = await services.GetRequiredService<ImportOrganisations>().RunAsync(new CsvFile(Encoding.UTF8.GetBytes(file)), Bench.Cancelled);
        return (outcome.Result, outcome.Faults);
    });
}
