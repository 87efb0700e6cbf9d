using UnifiedPlatform.Sdk.Parts;

namespace UnifiedPlatform.SocialLinkage.Assessments;

/// <summary>The counter asks for an assessment at home; the answered task is the assessment.</summary>
public sealed class AssessmentTask : PartTask
{
    public DateOnly? VisitedOn { get; private set; }
    public CareLevel? CareLevel { get; private set; }
    public Living? Living { get; private set; }

    /// <summary>How far daily life is managed alone, 0 to 100.</summary>
    public int? Score { get; private set; }
    public bool? Suitable { get; private set; }
    public int? HoursPerWeek { get; private set; }

    /// <summary>Codes separated by blanks.</summary>
    public string Services { get; private set; } = "";

    /// <summary>Codes separated by blanks.</summary>
    public string Risks { get; private set; } = "";
    public string? Words { get; private set; }

    public IReadOnlyList<HomeService> ServiceList => Read<HomeService>(Services);
    public IReadOnlyList<Risk> RiskList => Read<Risk>(Risks);

    public void Keep(Finding finding) =>
        (VisitedOn, CareLevel, Living, Score, Suitable, HoursPerWeek, Services, Risks, Words) =
        (finding.VisitedOn, finding.CareLevel, finding.Living, finding.Score, finding.Suitable, finding.HoursPerWeek, Write(finding.Services), Write(finding.Risks), finding.Words);

    private static string Write<T>(IEnumerable<T> codes) where T : struct, Enum => string.Join(' ', codes.Distinct().Order());

    private static IReadOnlyList<T> Read<T>(string codes) where T : struct, Enum => [.. codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<T>)];
}
