using System.Text.Json.Serialization;

namespace UnifiedPlatform.SocialLinkage.Assessments;

/// <summary>The answer of <c>home-assessment@1</c> as it travels; the schema in <c>Topics</c> rules it. Words travel beside it.</summary>
public sealed record HomeAssessment(DateOnly VisitedOn, CareLevel CareLevel, Living Living, int Score, bool Suitable, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? HoursPerWeek, IReadOnlyList<HomeService> Services, IReadOnlyList<Risk> Risks)
{
    public static HomeAssessment Of(Finding finding) =>
        new(finding.VisitedOn, finding.CareLevel, finding.Living, finding.Score, finding.Suitable, finding.HoursPerWeek, [.. finding.Services.Distinct().Order()], [.. finding.Risks.Distinct().Order()]);
}
