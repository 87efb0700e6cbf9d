namespace UnifiedPlatform.PartyBuilding.Organisations;

/// <summary>What is wrong with the place of an organisation in the tree.</summary>
public enum OrganisationFault
{
    /// <summary>The code is not groups of three digits joined by points.</summary>
    CodeForm,

    /// <summary>The code does not continue the parent's by one group.</summary>
    CodeParent,

    /// <summary>Nothing stands below a branch, and only branches below a general branch.</summary>
    ParentType,
}
