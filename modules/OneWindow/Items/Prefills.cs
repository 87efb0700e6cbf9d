using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.Sdk.Residents;

namespace UnifiedPlatform.OneWindow.Items;

/// <summary>Values the register has for a field.</summary>
internal static class Prefills
{
    public static SourcedValue? Of(Field field, ResidentFields? resident) => field.Prefill?.From switch
    {
        "resident.phone" => resident?.Phone,
        "resident.dwelling" => resident?.Dwelling,
        _ => null,
    };

    /// <summary>Whether the value is so old that the applicant is asked.</summary>
    public static bool IsOld(Field field, SourcedValue value, DateOnly today) => field.Prefill?.MaxAge is { } age && Oldest(today, age) > value.AsOf;

    private static DateOnly Oldest(DateOnly today, Limit age) => age.Unit switch
    {
        LimitUnit.Year => today.AddYears(-age.N),
        LimitUnit.Month => today.AddMonths(-age.N),
        _ => today.AddDays(-age.N),
    };
}
