using System.Text.Json;
using UnifiedPlatform.Sdk.Counter;
using UnifiedPlatform.Sdk.Modules;
using UnifiedPlatform.Sdk.Testing;
using UnifiedPlatform.SocialLinkage.Assessments;
using UnifiedPlatform.SocialLinkage.Organisations;

namespace UnifiedPlatform.SocialLinkage.Tests;

public sealed class RuleTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData(null, LicenceState.Unknown)]
    [InlineData("2026-11-21", LicenceState.Expired)]
    [InlineData("2026-11-22", LicenceState.Expiring)]
    [InlineData("2027-02-22", LicenceState.Expiring)]
    [InlineData("2027-02-23", LicenceState.Valid)]
    public void A_licence_counts_on_its_last_day_and_warns_three_months_before(string? until, LicenceState expected) =>
        Assert.Equal(expected, LicenceRules.StateOn(until is null ? null : DateOnly.Parse(until, null), Today));

    [Theory]
    [InlineData("51340822500000015T", OrganisationKind.Association)]
    [InlineData("52340822MJA000016K", OrganisationKind.ServiceAgency)]
    [InlineData("53340822500000023F", OrganisationKind.Foundation)]
    [InlineData("91350100M000100Y43", null)]
    public void A_code_tells_the_kind(string code, OrganisationKind? expected) => Assert.Equal(expected, LicenceRules.KindOf(code));

    [Fact]
    public void A_dissolved_organisation_stays_dissolved()
    {
        var organisation = new SocialOrganisation { Uscc = "51340822500000015T", Name = "测试", Kind = OrganisationKind.Association };

        Assert.True(organisation.End());
        Assert.False(organisation.Renew(Today.AddYears(3), Today));
        Assert.False(organisation.Remind(Today));
        Assert.Empty(organisation.Possible);
    }

    [Fact]
    public void A_finding_names_what_cannot_be_right()
    {
        var good = new Finding(Today, CareLevel.Half, Living.Alone, 60, true, 5, [HomeService.Bath], [Risk.Fall], null);

        Assert.Empty(good.Faults(Today));
        Assert.Equal([nameof(Finding.VisitedOn)], (good with { VisitedOn = Today.AddDays(1) }).Faults(Today));
        Assert.Equal([nameof(Finding.Score)], (good with { Score = 101 }).Faults(Today));
        Assert.Equal([nameof(Finding.HoursPerWeek)], (good with { HoursPerWeek = null }).Faults(Today));
        Assert.Equal([nameof(Finding.Words)], (good with { Suitable = false, HoursPerWeek = null }).Faults(Today));
    }

    [Fact]
    public void The_answer_fits_what_the_package_declares()
    {
        var schema = JsonShape.Parse(JsonDocument.Parse(File.ReadAllText(Path.Combine(Checkout.Root, "modules", "SocialLinkage", "Topics", "home-assessment.v1.schema.json"))).RootElement);
        var full = new Finding(Today, CareLevel.Full, Living.Family, 20, true, 12, Enum.GetValues<HomeService>(), Enum.GetValues<Risk>(), null);

        Assert.Empty(schema.Check(JsonSerializer.SerializeToElement(HomeAssessment.Of(full), PlatformJson.Create())));
        Assert.Empty(schema.Check(JsonSerializer.SerializeToElement(HomeAssessment.Of(full with { HoursPerWeek = null, Services = [], Risks = [] }), PlatformJson.Create())));
    }
}
