using UnifiedPlatform.PartyBuilding.Members;
using UnifiedPlatform.PartyBuilding.Minutes;
using UnifiedPlatform.PartyBuilding.Organisations;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.PartyBuilding;

/// <summary>Organisations are seen in their department and region.</summary>
internal sealed class OrganisationPolicy : AccessPolicy<PartyOrganisation>
{
    public override string Resource => "party-building.organisation";
}

/// <summary>Members are seen in the department and region of their organisation.</summary>
internal sealed class MemberPolicy : AccessPolicy<PartyMember>
{
    public override string Resource => "party-building.member";
}

/// <summary>Minutes are seen where the member is.</summary>
internal sealed class MinutesPolicy : AccessPolicy<ServiceMinutes>
{
    public override string Resource => "party-building.member";
}
