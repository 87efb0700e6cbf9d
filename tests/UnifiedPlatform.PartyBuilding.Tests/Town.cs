using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.PartyBuilding.Members;
using UnifiedPlatform.PartyBuilding.Organisations;
using UnifiedPlatform.Sdk.Residents;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.PartyBuilding.Tests;

internal static class Town
{
    public const string Lingqiao = "340822100002";

    public static async Task<Guid> BranchAsync(this ModuleBench bench, string code = "001") => await bench.RunAsync(async services =>
    {
        var (organisation, refusal) = await services.GetRequiredService<AddOrganisation>().RunAsync(new AddOrganisationRequest(code, OrganisationType.Branch, "凌桥支部", Lingqiao), Bench.Cancelled);
        Assert.Null(refusal);
        return organisation!.Id; // no refusal
    });

    public static async Task<Guid> MemberAsync(this ModuleBench bench, ResidentId resident, Guid branch) => await bench.RunAsync(async services =>
    {
        var (member, refusal) = await services.GetRequiredService<AddMember>().RunAsync(new AddMemberRequest(resident, branch, new DateOnly(2010, 7, 1), new DateOnly(2011, 7, 1)), Bench.Cancelled);
        Assert.Null(refusal);
        return member!.Id; // no refusal
    });
}
