namespace UnifiedPlatform.Sdk.Audit;

/// <summary>What happened. Actor, session, address and trace are added by the platform. No names, ids, phones or search texts in any member.</summary>
/// <param name="Act">One of <c>view list search reveal print export create edit decide delete sign-in deny grant config key module job</c>.</param>
/// <param name="ResourceType">Resource, e.g. <c>one-window.case</c>.</param>
/// <param name="ResourceId">Key of the resource; null: a list.</param>
public sealed record AuditEntry(string Act, string ResourceType, string? ResourceId)
{
    /// <summary>Residents concerned, at most 200.</summary>
    public IReadOnlyList<Guid> Subjects { get; init; } = [];

    /// <summary>Field names touched or shown.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>Stated purpose; null: the ordinary one.</summary>
    public string? Purpose { get; init; }

    /// <summary>Case number the act belongs to; null: none.</summary>
    public string? CaseNumber { get; init; }

    /// <summary>Result: <c>ok denied hidden error</c>.</summary>
    public string Result { get; init; } = "ok";

    /// <summary>Reason given in words (checked against id and phone patterns); null: none.</summary>
    public string? Reason { get; init; }
}
