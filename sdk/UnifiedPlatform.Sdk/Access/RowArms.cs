namespace UnifiedPlatform.Sdk.Access;

/// <summary>What the filter "access" compares the rows of one type with: everything the actor may see of it under any permission. The default sees nothing.</summary>
internal sealed record RowArms
{
    public static readonly RowArms Nothing = new();
    public static readonly RowArms Everything = new() { All = true };

    public bool All { get; init; }

    public string[] Communities { get; init; } = [];

    public string[] Towns { get; init; } = [];

    public string[] Counties { get; init; } = [];

    public string[] Grids { get; init; } = [];

    public string[] Departments { get; init; } = [];

    /// <summary>Account whose own rows are seen; empty: none.</summary>
    public Guid Owner { get; init; }

    /// <summary>Type of task grants that open rows; empty: none do.</summary>
    public string TaskType { get; init; } = "";

    public string[] Subjects { get; init; } = [];

    public static RowArms Of(IReadOnlyList<ScopeArm> arms, Actor actor, IRights rights, string? taskType) => arms.Any(arm => arm.Kind == ScopeKind.All) ? Everything : new()
    {
        Communities = ScopePredicates.OfLength(Values(arms, ScopeKind.Region), ScopePredicates.CommunityDigits),
        Towns = ScopePredicates.OfLength(Values(arms, ScopeKind.Region), ScopePredicates.TownDigits),
        Counties = ScopePredicates.OfLength(Values(arms, ScopeKind.Region), ScopePredicates.CountyDigits),
        Grids = Values(arms, ScopeKind.Grid),
        Departments = Values(arms, ScopeKind.Department),
        Owner = arms.Any(arm => arm.Kind == ScopeKind.Own) ? actor.Account.Value : Guid.Empty,
        TaskType = arms.Count > 0 ? taskType ?? "" : "",
        Subjects = arms.Count > 0 && taskType is not null ? TaskGrantRows.Subjects(actor, rights) : [],
    };

    private static string[] Values(IReadOnlyList<ScopeArm> arms, ScopeKind kind) => [.. arms.Where(arm => arm.Kind == kind).SelectMany(arm => arm.Values).Distinct(StringComparer.Ordinal)];
}
