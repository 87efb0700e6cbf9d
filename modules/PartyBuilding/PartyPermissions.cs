namespace UnifiedPlatform.PartyBuilding;

/// <summary>Permission ids of the module.</summary>
internal static class PartyPermissions
{
    public const string OrganisationView = "party-building.organisation.view";
    public const string OrganisationEdit = "party-building.organisation.edit";
    public const string MemberView = "party-building.member.view";
    public const string MemberEdit = "party-building.member.edit";
    public const string MemberImport = "party-building.member.import";
    public const string ContactView = "party-building.contact.view";
    public const string ContactEdit = "party-building.contact.edit";
}
