using Microsoft.Extensions.DependencyInjection;

namespace UnifiedPlatform.Sdk.Calendar;

/// <summary>Registers the calendar.</summary>
public static class CalendarServices
{
    /// <summary>Adds <see cref="IWorkCalendar"/> with the shipped years, on the registered <see cref="TimeProvider"/>.</summary>
    /// <param name="services">Services of the host.</param>
    /// <param name="zone">Business time zone.</param>
    public static IServiceCollection AddWorkCalendar(this IServiceCollection services, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(services);
        return services.AddSingleton<IWorkCalendar>(provider => new WorkCalendar(provider.GetRequiredService<TimeProvider>(), zone, WorkYear.Shipped));
    }
}
