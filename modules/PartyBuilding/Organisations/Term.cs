namespace UnifiedPlatform.PartyBuilding.Organisations;

/// <summary>Terms of office (handbook §1.3): a reminder six months before the end; the last day still belongs to the term.</summary>
public static class Term
{
    public const int ReminderMonths = 6;

    public static TermState StateOn(DateOnly? end, DateOnly today) => end switch
    {
        null => TermState.Unknown,
        { } day when day < today => TermState.Overdue,
        { } day when day <= today.AddMonths(ReminderMonths) => TermState.DueSoon,
        _ => TermState.Running,
    };
}
