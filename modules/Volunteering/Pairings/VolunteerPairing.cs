using System.Text.Json.Serialization;

namespace UnifiedPlatform.Volunteering.Pairings;

/// <summary>The answer of <c>volunteer-pairing@1</c> as it travels: who the volunteer is stays here, under the pairing's key.</summary>
public sealed record VolunteerPairing(Guid PairingId, DateOnly Since, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? HoursPerWeek);
