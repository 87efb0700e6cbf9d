namespace UnifiedPlatform.OneWindow.Domain.Cases;

/// <summary>What became of a paper.</summary>
public enum MaterialStatus
{
    Missing,
    Given,

    /// <summary>Taken from a register or certificate: the applicant need not bring it.</summary>
    Fetched,

    /// <summary>To follow after acceptance.</summary>
    Promised,
    Waived,
    Refused,
}

public static class MaterialStatuses
{
    public static bool IsThere(this MaterialStatus status) => status is MaterialStatus.Given or MaterialStatus.Fetched or MaterialStatus.Waived;
}
