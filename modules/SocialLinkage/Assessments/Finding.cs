namespace UnifiedPlatform.SocialLinkage.Assessments;

/// <summary>What the social worker found at home.</summary>
public sealed record Finding(DateOnly VisitedOn, CareLevel CareLevel, Living Living, int Score, bool Suitable, int? HoursPerWeek, IReadOnlyList<HomeService> Services, IReadOnlyList<Risk> Risks, string? Words)
{
    public const int MostHours = 40;
    public const int MostScore = 100;
    public const int WordsLength = 1000;

    /// <summary>Names of the members that cannot be right.</summary>
    public IReadOnlyList<string> Faults(DateOnly today) =>
    [
        .. VisitedOn > today ? [nameof(VisitedOn)] : Array.Empty<string>(),
        .. Score is < 0 or > MostScore ? [nameof(Score)] : Array.Empty<string>(),
        .. HoursPerWeek is < 1 or > MostHours || Suitable && HoursPerWeek is null ? [nameof(HoursPerWeek)] : Array.Empty<string>(),
        .. Words?.Length > WordsLength || !Suitable && string.IsNullOrWhiteSpace(Words) ? [nameof(Words)] : Array.Empty<string>(),
    ];
}
