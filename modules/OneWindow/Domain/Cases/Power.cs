namespace UnifiedPlatform.OneWindow.Domain.Cases;

/// <summary>What an actor may do at all; where and on which part is decided from the case.</summary>
public enum Power
{
    Receive,
    Edit,
    DoParts,
    Decide,
    Assign,

    /// <summary>The applicant, known by number and lookup code or present at the counter.</summary>
    Applicant,
}
