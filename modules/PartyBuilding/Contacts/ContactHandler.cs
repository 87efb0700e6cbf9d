using UnifiedPlatform.PartyBuilding.Data;
using UnifiedPlatform.Sdk.Parts;

namespace UnifiedPlatform.PartyBuilding.Contacts;

/// <summary>Does <c>party-contact@1</c>.</summary>
internal sealed class ContactHandler(PartyDbContext database, TimeProvider clock) : PartTaskHandler<ContactTask>(database, clock)
{
    public const string Resource = "party-building.contact";

    public override string Capability => "party-contact@1";

    protected override string Department => PartyBuildingModule.Department;
}
