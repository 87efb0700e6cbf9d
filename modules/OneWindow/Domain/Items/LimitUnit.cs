namespace UnifiedPlatform.OneWindow.Domain.Items;

public enum LimitUnit
{
    WorkDay,
    CalendarDay,
    Month,
    Year,
    Hour,
}
