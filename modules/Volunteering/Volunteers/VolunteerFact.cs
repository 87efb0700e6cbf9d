using UnifiedPlatform.Sdk.Exchange;
using UnifiedPlatform.Sdk.Residents;

namespace UnifiedPlatform.Volunteering.Volunteers;

/// <summary>Tells the register whether a resident is a volunteer.</summary>
internal sealed class VolunteerFact(IOutbox outbox)
{
    public const string Kind = "volunteer";

    private static readonly Topic<ResidentFactChanged> Topic = new("volunteering.resident-fact-changed", 1, TopicOrder.Latest);

    public void Publish(Volunteer volunteer) => outbox.Publish(Topic, $"{volunteer.Resident}/{Kind}", volunteer.NextFactVersion(),
        new ResidentFactChanged(volunteer.Resident, Kind, volunteer.Status != VolunteerStatus.Left, volunteer.RegisteredOn, null));
}
