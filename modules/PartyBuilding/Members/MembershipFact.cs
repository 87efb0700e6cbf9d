using UnifiedPlatform.Sdk.Exchange;
using UnifiedPlatform.Sdk.Residents;

namespace UnifiedPlatform.PartyBuilding.Members;

/// <summary>Tells the register whether a resident is a member, so that the tag is found by whoever may know it.</summary>
internal sealed class MembershipFact(IOutbox outbox)
{
    public const string Kind = "party-member";

    private static readonly Topic<ResidentFactChanged> Topic = new("party-building.resident-fact-changed", 1, TopicOrder.Latest);

    public void Publish(PartyMember member) => outbox.Publish(Topic, $"{member.Resident}/{Kind}", member.NextFactVersion(),
        new ResidentFactChanged(member.Resident, Kind, member.IsMember, member.JoinedOn, null));
}
