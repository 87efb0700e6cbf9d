namespace UnifiedPlatform.PartyBuilding.Organisations;

/// <summary>Kind of Party organisation (handbook §1.3).</summary>
public enum OrganisationType
{
    /// <summary>党委.</summary>
    Committee,

    /// <summary>党总支.</summary>
    GeneralBranch,

    /// <summary>党支部.</summary>
    Branch,
}
