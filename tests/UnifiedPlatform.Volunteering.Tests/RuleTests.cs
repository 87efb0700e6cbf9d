using System.Text.Json;
using UnifiedPlatform.Sdk.Counter;
using UnifiedPlatform.Sdk.Modules;
using UnifiedPlatform.Sdk.Residents;
using UnifiedPlatform.Sdk.Testing;
using UnifiedPlatform.Volunteering.Hours;
using UnifiedPlatform.Volunteering.Pairings;
using UnifiedPlatform.Volunteering.Volunteers;

namespace UnifiedPlatform.Volunteering.Tests;

public sealed class RuleTests
{
    private const string Near = "340822100002", Far = "340822100005";

    [Theory]
    [InlineData(null, false, AgeRule.Unknown)]
    [InlineData(7, true, AgeRule.TooYoung)]
    [InlineData(8, false, AgeRule.ConsentMissing)]
    [InlineData(17, true, AgeRule.Minor)]
    [InlineData(18, false, AgeRule.Adult)]
    public void Age_decides_what_a_volunteer_may_do(int? years, bool consent, AgeRule expected) => Assert.Equal(expected, Ages.Of(years, consent));

    [Theory]
    [InlineData(null, AgeRule.Unknown)]
    [InlineData("0-6", AgeRule.TooYoung)]
    [InlineData("15-19", AgeRule.ConsentMissing)]
    [InlineData("60-69", AgeRule.Adult)]
    public void The_lower_end_of_an_age_band_decides(string? band, AgeRule expected) => Assert.Equal(expected, Ages.OfBand(band, false));

    [Theory]
    [InlineData("2008-11-22", 18)]
    [InlineData("2008-11-23", 17)]
    [InlineData("2008-02-29", 18)]
    public void Years_are_full_years(string birth, int expected) => Assert.Equal(expected, Ages.YearsOn(DateOnly.Parse(birth, null), new DateOnly(2026, 11, 22)));

    [Fact]
    public void Skills_are_written_in_one_order_and_read_back()
    {
        Assert.Equal("bath company", SkillSet.Write([Skill.Company, Skill.Bath, Skill.Company]));
        Assert.True(SkillSet.TryRead("company、bath", out var skills, out _));
        Assert.Equal([Skill.Bath, Skill.Company], skills);
        Assert.False(SkillSet.TryRead("company magic", out _, out var unknown));
        Assert.Equal("magic", unknown);
    }

    [Fact]
    public void Community_skills_and_hours_rank_and_minors_stay_out()
    {
        var (near, skilled, busy, minor, paused) = (Of(Near, [Skill.Repair], 6), Of(Far, [Skill.Bath, Skill.Meal], 5), Of(Near, [Skill.Bath, Skill.Meal], 6), Of(Near, [Skill.Bath], 9), Of(Near, [Skill.Bath], 9));
        paused.Apply(VolunteerAction.Pause);

        var ranked = Ranking.Rank([(near, AgeRule.Adult, 0), (skilled, AgeRule.Adult, 0), (busy, AgeRule.Unknown, 5), (minor, AgeRule.Minor, 0), (paused, AgeRule.Adult, 0)], Near, [Skill.Bath, Skill.Meal], 4);

        Assert.Equal([busy, near, skilled], ranked.Select(x => x.Volunteer));
        Assert.Equal((true, 1, false), (ranked[0].SameCommunity, ranked[0].FreeHours, ranked[0].EnoughHours));
        Assert.Equal([Skill.Bath, Skill.Meal], ranked[0].Skills);
    }

    [Fact]
    public void What_is_wanted_comes_from_the_assessment_and_else_from_the_wish()
    {
        var assessed = Input(new { services = new[] { "bath", "unknown" }, hoursPerWeek = 7 });
        var silent = Input(new { suitable = true });

        Assert.Equal(([Skill.Bath], 7), (Wanted.Of(assessed).Skills.ToArray(), Wanted.Of(assessed).Hours), new SkillsAndHours());
        Assert.Equal(([], 3), (Wanted.Of(silent).Skills.ToArray(), Wanted.Of(silent).Hours), new SkillsAndHours());
        Assert.Equal(Wanted.Nothing, Wanted.Of(null));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(4)]
    public void The_pairing_fits_what_the_package_declares(int? hours) =>
        Assert.Empty(Schema("volunteer-pairing").Check(JsonSerializer.SerializeToElement(new VolunteerPairing(Guid.CreateVersion7(), new DateOnly(2026, 11, 22), hours), PlatformJson.Create())));

    [Fact]
    public void Locked_hours_fit_what_the_package_declares()
    {
        var plain = new HoursLocked(Guid.CreateVersion7(), new ResidentId(Guid.CreateVersion7()), 90, new DateOnly(2026, 11, 21), null, null, null);

        Assert.Empty(Schema("hours-locked").Check(JsonSerializer.SerializeToElement(plain, PlatformJson.Create())));
        Assert.Empty(Schema("hours-locked").Check(JsonSerializer.SerializeToElement(plain with { Minutes = -30, CaseNumber = "340822202611220001000001", CorrectionOf = Guid.CreateVersion7() }, PlatformJson.Create())));
    }

    private static Volunteer Of(string region, IReadOnlyList<Skill> skills, int hours)
    {
        var volunteer = new Volunteer { Resident = new ResidentId(Guid.CreateVersion7()), RegisteredOn = new DateOnly(2026, 1, 1) };
        volunteer.Offer(skills, hours);
        volunteer.Scope.Region = region;
        return volunteer;
    }

    private static PartInput Input(object result) => new(new PartRef("340822202611220001000001", "pair", 1), new Dictionary<string, JsonElement> { ["/hours"] = JsonSerializer.SerializeToElement(3) },
        new Dictionary<string, PartAnswerView> { ["assess"] = new(PartOpinion.Recorded, null, JsonSerializer.SerializeToElement(result)) });

    private static JsonShape Schema(string name) =>
        JsonShape.Parse(JsonDocument.Parse(File.ReadAllText(Path.Combine(Checkout.Root, "modules", "Volunteering", "Topics", name + ".v1.schema.json"))).RootElement);

    private sealed class SkillsAndHours : IEqualityComparer<(Skill[] Skills, int Hours)>
    {
        public bool Equals((Skill[] Skills, int Hours) x, (Skill[] Skills, int Hours) y) => x.Hours == y.Hours && x.Skills.SequenceEqual(y.Skills);

        public int GetHashCode((Skill[] Skills, int Hours) pair) => pair.Hours;
    }
}
