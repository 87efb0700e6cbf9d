using System.Text.Json.Serialization;

namespace UnifiedPlatform.PartyBuilding.Contacts;

/// <summary>The answer of <c>party-contact@1</c> as it travels: who the member is stays here, under the contact's key.</summary>
public sealed record PartyContact(Guid ContactId, DateOnly Since, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? VisitsPerMonth);
