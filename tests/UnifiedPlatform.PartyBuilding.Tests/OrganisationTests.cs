using UnifiedPlatform.PartyBuilding.Organisations;

namespace UnifiedPlatform.PartyBuilding.Tests;

public sealed class OrganisationTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData(null, TermState.Unknown)]
    [InlineData("2026-11-21", TermState.Overdue)]
    [InlineData("2026-11-22", TermState.DueSoon)]
    [InlineData("2027-05-22", TermState.DueSoon)]
    [InlineData("2027-05-23", TermState.Running)]
    public void A_term_is_due_six_months_before_its_last_day(string? end, TermState expected) =>
        Assert.Equal(expected, Term.StateOn(end is null ? null : DateOnly.Parse(end, null), Today));

    [Theory]
    [InlineData("001", OrganisationType.Committee, null, null, null)]
    [InlineData("001.002", OrganisationType.GeneralBranch, "001", OrganisationType.Committee, null)]
    [InlineData("001.002.003", OrganisationType.Branch, "001.002", OrganisationType.GeneralBranch, null)]
    [InlineData("1", OrganisationType.Committee, null, null, OrganisationFault.CodeForm)]
    [InlineData("001.002", OrganisationType.Branch, null, null, OrganisationFault.CodeParent)]
    [InlineData("002.001", OrganisationType.Branch, "001", OrganisationType.Committee, OrganisationFault.CodeParent)]
    [InlineData("001.002.003", OrganisationType.Branch, "001", OrganisationType.Committee, OrganisationFault.CodeParent)]
    [InlineData("001.002", OrganisationType.Branch, "001", OrganisationType.Branch, OrganisationFault.ParentType)]
    [InlineData("001.002", OrganisationType.GeneralBranch, "001", OrganisationType.GeneralBranch, OrganisationFault.ParentType)]
    public void Codes_and_kinds_show_the_place(string code, OrganisationType type, string? parent, OrganisationType? parentType, OrganisationFault? expected) =>
        Assert.Equal(expected, OrganisationTree.Fault(code, type, parent, parentType));

    [Fact]
    public void A_reminder_tells_only_of_a_change()
    {
        var organisation = new PartyOrganisation { Code = "001", Type = OrganisationType.Committee, Name = "测试" };
        organisation.EndTermOn(new DateOnly(2027, 5, 23), Today);

        Assert.False(organisation.Remind(Today));
        Assert.True(organisation.Remind(Today.AddDays(1)));
        Assert.Equal(TermState.DueSoon, organisation.TermState);
    }
}
