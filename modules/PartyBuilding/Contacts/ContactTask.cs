using UnifiedPlatform.Sdk.Parts;

namespace UnifiedPlatform.PartyBuilding.Contacts;

/// <summary>The counter asks for a Party member who keeps in contact with a household; the answered task is the contact.</summary>
public sealed class ContactTask : PartTask
{
    public const int WordsLength = 1000;

    /// <summary>The chosen member; null: not answered.</summary>
    public Guid? MemberId { get; private set; }
    public DateOnly? Since { get; private set; }
    public int? VisitsPerMonth { get; private set; }
    public string? Words { get; private set; }

    public void Keep(Guid member, DateOnly since, int? visitsPerMonth, string? words) => (MemberId, Since, VisitsPerMonth, Words) = (member, since, visitsPerMonth, words);
}
