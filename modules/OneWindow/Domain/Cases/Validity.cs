using UnifiedPlatform.OneWindow.Domain.Items;

namespace UnifiedPlatform.OneWindow.Domain.Cases;

/// <summary>How long a grant lasts.</summary>
internal static class Validity
{
    public static DateOnly LastDay(DateOnly from, Limit limit) => (limit.Unit switch
    {
        LimitUnit.Year => from.AddYears(limit.N),
        LimitUnit.Month => from.AddMonths(limit.N),
        _ => from.AddDays(limit.N),
    }).AddDays(-1);
}
