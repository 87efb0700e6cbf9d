using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using UnifiedPlatform.OneWindow.Drafts;
using UnifiedPlatform.OneWindow.Items;
using UnifiedPlatform.OneWindow.Queues;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Calendar;
using UnifiedPlatform.Sdk.Residents;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Sdk.Web;

namespace UnifiedPlatform.OneWindow.Pages;

/// <summary>The panels beside the counter search: the person's day, cases to follow up, and cases begun.</summary>
internal static class CounterAside
{
    private const int Shown = 5;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/counter/aside", ShowAsync).Needs(OneWindowPermissions.CaseView);

    private static async Task<Microsoft.AspNetCore.Http.IResult> ShowAsync(QueueQueries queues, CaseDrafts drafts, ItemQueries items, CasePages pages, IWorkCalendar calendar, CancellationToken cancellationToken)
    {
        var day = await queues.TodayAsync(Shown, cancellationToken);
        var begun = await drafts.MineAsync(Shown, cancellationToken);
        var people = await pages.PeopleAsync(begun.Select(draft => draft.Subject), cancellationToken);
        var lines = new List<CounterAsideDraft>();
        foreach (var draft in begun)
            lines.Add(new CounterAsideDraft(draft.Subject, people.GetValueOrDefault(new ResidentId(draft.Subject))?.Name, (await items.FindAsync(draft.Item, calendar.Today, cancellationToken))?.Title, draft.At));
        return PageResults.Fragment<CounterAsidePanels>(new { Day = day, Drafts = lines });
    }
}

/// <summary>A case begun.</summary>
public sealed record CounterAsideDraft(Guid Resident, string? Name, LocalizedText? Item, DateTimeOffset At);
