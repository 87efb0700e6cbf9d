namespace UnifiedPlatform.PartyBuilding.Organisations;

/// <summary>How near the end of a term is.</summary>
public enum TermState
{
    /// <summary>No end of term is recorded.</summary>
    Unknown,

    /// <summary>The term runs.</summary>
    Running,

    /// <summary>It ends within six months: the election is to be prepared.</summary>
    DueSoon,

    /// <summary>It has ended without an election.</summary>
    Overdue,
}
