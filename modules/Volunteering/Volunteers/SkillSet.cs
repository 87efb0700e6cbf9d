namespace UnifiedPlatform.Volunteering.Volunteers;

/// <summary>Skills as one text, in the order of the enum, and back.</summary>
public static class SkillSet
{
    private static readonly (Skill Skill, string Code)[] Codes =
        [.. Enum.GetValues<Skill>().Select(skill => (skill, char.ToLowerInvariant(skill.ToString()[0]) + skill.ToString()[1..]))];

    public static string Code(Skill skill) => Codes.Single(known => known.Skill == skill).Code;

    public static string Write(IEnumerable<Skill> skills) => string.Join(' ', skills.Distinct().Order().Select(Code));

    public static IReadOnlyList<Skill> Read(string text) => TryRead(text, out var skills, out _) ? skills : [];

    /// <summary>False: the code of <paramref name="unknown"/> is none of ours.</summary>
    public static bool TryRead(string text, out IReadOnlyList<Skill> skills, out string? unknown)
    {
        var codes = text.Split([' ', ',', '，', '、', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        unknown = codes.FirstOrDefault(code => Codes.All(known => known.Code != code));
        skills = unknown is null ? [.. codes.Distinct().Select(code => Codes.Single(known => known.Code == code).Skill).Order()] : [];
        return unknown is null;
    }
}
