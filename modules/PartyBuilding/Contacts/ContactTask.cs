using UnifiedPlatform.Sdk.Parts;

namespace UnifiedPlatform.PartyBuilding.Contacts;

/// <summary>The counter asks for a Party member who keeps in contact with a household.</summary>
public sealed class ContactTask : PartTask
{
    /// <summary>The chosen member; null: not answered.</summary>
    public Guid? MemberId { get; set; }

    /// <summary>First visit agreed; null: open.</summary>
    public DateOnly? FirstVisitOn { get; set; }
    public string? Words { get; set; }
}
