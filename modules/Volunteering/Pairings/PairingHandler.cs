using UnifiedPlatform.Sdk.Parts;
using UnifiedPlatform.Volunteering.Data;

namespace UnifiedPlatform.Volunteering.Pairings;

/// <summary>Does <c>volunteer-pairing@1</c>.</summary>
internal sealed class PairingHandler(VolunteeringDbContext database, TimeProvider clock) : PartTaskHandler<PairingTask>(database, clock)
{
    public const string Resource = "volunteering.pairing";

    public override string Capability => "volunteer-pairing@1";

    protected override string Department => VolunteeringModule.Department;
}
