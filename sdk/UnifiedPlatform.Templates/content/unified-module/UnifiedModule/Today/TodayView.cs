using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Calendar;

namespace UnifiedModule.Today;

/// <param name="Day">Today in the business time zone.</param>
/// <param name="WorkDay">Whether it is a working day; null: the calendar does not reach it.</param>
public sealed record TodayResponse(DateOnly Day, bool? WorkDay);

/// <summary>Tells the day, as an example of asking the platform.</summary>
internal sealed class TodayView(IWorkCalendar calendar)
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/today", (TodayView use) => TypedResults.Ok(use.Read())).WithName("Today").Needs(Permissions.View);

    public TodayResponse Read() => new(calendar.Today, calendar.IsWorkDay(calendar.Today));
}
